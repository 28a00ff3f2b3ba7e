import type { Business, Dimension, MadeGroup } from "./business.ts";
import { longestLife } from "./business.ts";
import { sizeBands } from "./companies.ts";
import { shiftDate } from "./local-days.ts";
import { type Random, randomOf } from "./random.ts";

/** What varies between made-up businesses, each drawn evenly from its range; the report prints this. */
export const ranges = {
  contacts: [200, 3_000],
  days: [90, 365],
  dayNoise: [0.1, 0.35],
  persistence: [0, 0.4],
  bursts: [1, 3],
  burstLength: [1.2, 2.5],
  endingShare: [0.7, 0.95],
  endingDays: [10, 25],
  winChance: [0.15, 0.5],
  delayHours: [1, 8],
  answerChance: [0.7, 0.95],
} as const satisfies Record<string, readonly [number, number]>;

/** What part of the records lies before the period: enough for its own leads, the period before it, or a year. */
export const histories = ["short", "previous", "year"] as const;
export type History = (typeof histories)[number];

export interface Asked {
  /** Nothing depends on the weekday. */
  flat: boolean;
  history: History;
  /** Length of the period in days. */
  days: number;
  /** In the whole records. */
  contacts: number;
  /** The first date after the period. */
  to: string;
  /** Whole days of records after the period. */
  after: number;
}

/** Draws a business in which nothing happens but chance and, unless flat, the week. */
export function drawBusiness(seed: string, asked: Asked): Business {
  const random = randomOf(seed, "business");
  const { days, to, flat, history } = asked;
  const from = shiftDate(to, -days);
  const before = { short: 0, previous: days, year: Math.max(days, 366) }[history] + longestLife + 10;
  const records = { from: shiftDate(from, -before), to: shiftDate(to, asked.after) };
  const between = (name: keyof typeof ranges) => random.within(ranges[name]);
  return {
    seed,
    timeZone: random.pick(["UTC", "UTC", "Europe/Berlin", "America/New_York"]),
    period: { from, to },
    records,
    leadsADay: asked.contacts / (days + before + asked.after),
    dayNoise: between("dayNoise"),
    persistence: between("persistence"),
    weekdays: flat ? Array<number>(7).fill(1) : weekly(random),
    officeDays: !flat && random.chance(0.5),
    bursts: between("bursts"),
    burstLength: between("burstLength"),
    ending: { share: between("endingShare"), days: between("endingDays") },
    winChance: between("winChance"),
    delay: { hours: between("delayHours"), within: 1, between: 0.4 },
    answerChance: between("answerChance"),
    groups: drawGroups(random),
    campaignsInTurn: random.chance(0.5),
    effects: [],
  };
}

/** A week as offices know it: little on Saturdays and Sundays, and not all other days alike. */
function weekly(random: Random): number[] {
  const raw = [1, 1, 1, 1, 1, 0.35, 0.3].map((usual) => usual * random.between(0.85, 1.2));
  const mean = raw.reduce((sum, value) => sum + value, 0) / 7;
  return raw.map((value) => value / mean);
}

function drawGroups(random: Random): Record<Dimension, MadeGroup[]> {
  const groups = (names: readonly string[], least: number) =>
    unequal(random, names.slice(0, random.whole(least, names.length)));
  return {
    source: groups(sources, 2),
    assigned_to: groups(reps, 2),
    company_size: unequal(random, Object.keys(sizeBands)),
    industry: groups(industries, 3),
    campaign: groups(campaigns, 3),
  };
}

/** Shares that fall off as in Zipf's law, steeply or gently, in any order. */
function unequal(random: Random, names: readonly string[]): MadeGroup[] {
  const steepness = random.between(0.3, 1.5);
  const shuffled = names.map((name) => ({ name, at: random.next() })).toSorted((a, b) => a.at - b.at);
  const weights = shuffled.map((_, index) => (index + 1) ** -steepness);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return shuffled.map(({ name }, index) => ({ name, share: (weights[index] ?? 0) / sum }));
}

const sources = [
  "Website",
  "Referral",
  "Trade fair",
  "LinkedIn",
  "Partner",
  "Webinar",
  "Cold call",
  "Newsletter",
];
const reps = "anna bert chris dora emil fay gus hana".split(" ").map((name) => `${name}@team.example`);
const industries = ["Retail", "Health", "Energy", "Media", "Logistics", "Education", "Finance"];
const campaigns = ["spring-sale", "autumn-fair", "relaunch", "webinar-series", "partner-days", "survey"];
