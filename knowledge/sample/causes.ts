import type { Company } from "./companies.ts";
import { type Person, positions } from "./people.ts";
import type { Product } from "./products.ts";
import type { Random } from "./random.ts";
import type { Rep } from "./team.ts";

/**
 * How much of an outcome is luck: the scale of the logistic noise beside the causes. Raise it to make outcomes harder
 * to predict, lower it to make them easier; the hold-out AUC of the default scorer is near .80 here.
 */
export const NOISE = 0.25;

/** The causes' sum above which a lead is won; moves the share that is won. */
const THRESHOLD = 0.6;

/** Why a lead ends as it does. None of this is written to the files. Standardised: 0 is usual, 1 is one deviation above. */
export interface Causes {
  need: number;
  /** Whether the money suffices: log of what they could spend over what it costs. */
  fit: number;
  urgency: number;
  /** Whether this person may decide. */
  authority: number;
  competitor: boolean;
  /** The mood that is not in the causes but in the writing: keeps traces honest but blurred. */
  mood: number;
  /** How briskly the rep handles this lead: 0 usual, above is faster. */
  service: number;
  won: boolean;
  /** What speaks most against them, for a lost lead's reason. */
  weakest: "price" | "competitor" | "timing" | "internal" | "need";
}

/** What a lead brings with it, before anything happens. */
export interface Beginning {
  person: Person;
  company: Company;
  product: Product;
  rep: Rep;
  source: Source;
  /** Euros that they could spend. Hidden: the file's budget is a rounded hint of it, or blank. */
  means: number;
  price: number;
  /** Weeks before the sample's present. */
  weeksAgo: number;
}

/** Where leads come from, and how strong the need behind them usually is. */
export const sources = {
  referral: 0.75,
  "website form": 0.1,
  "website chat": 0,
  phone: 0.25,
  "trade fair": -0.2,
  "cold outreach": -0.7,
  LinkedIn: -0.35,
  "search ad": -0.1,
} as const;
export type Source = keyof typeof sources;

/** Draws the causes of one lead and, from them and luck, its outcome. */
export function drawCauses(random: Random, b: Beginning): Causes {
  const need = 0.9 * random.normal() + sources[b.source];
  const fit = Math.log(b.means / b.price) / 0.5;
  const urgency = random.normal();
  const authority = ((positions[b.person.position] ?? 0.5) - 0.6) / 0.3 + 0.35 * random.normal();
  const competitor = random.chance(0.3);
  const service = (Math.log(7) - Math.log(b.rep.answerHours)) / 0.75 + 0.3 * random.normal();
  const season = Math.sin((2 * Math.PI * (b.weeksAgo + 9)) / 52);
  const forces = {
    need: 0.8 * need,
    price: 0.55 * fit,
    timing: 0.5 * urgency,
    internal: 0.45 * authority,
    competitor: competitor ? -0.8 : 0.25,
  };
  const sum = forces.need + forces.price + forces.timing + forces.internal + forces.competitor;
  const luck = NOISE * logistic(random.next());
  return {
    need,
    fit,
    urgency,
    authority,
    competitor,
    mood: random.normal(),
    service,
    won: sum + 0.4 * service + 0.3 * season + luck > THRESHOLD,
    weakest: lowest(forces),
  };
}

/** What shows in the lead's behaviour: how eager they seem, which is not the same as how likely they buy. */
export function eagerness(c: Causes): number {
  const wish = 0.65 * c.need + 0.4 * c.urgency + 0.35 * c.authority + 0.4 * c.fit - (c.competitor ? 0.5 : 0);
  return wish + 0.25 * c.service + 0.3 * c.mood;
}

function logistic(draw: number): number {
  const p = Math.min(Math.max(draw, 1e-9), 1 - 1e-9);
  return Math.log(p / (1 - p));
}

function lowest<K extends string>(forces: Record<K, number>): K {
  const keys = Object.keys(forces) as K[];
  return keys.reduce((low, key) => (forces[key] < forces[low] ? key : low));
}
