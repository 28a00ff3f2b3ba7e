import { spokenDate, spokenDay, spokenTime } from "./calendar.ts";
import type { Language } from "./language.ts";
import type { Lead } from "./leads.ts";
import { details } from "./phrases/details.ts";
import type { Random } from "./random.ts";
import { studio } from "./team.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** What the two sides know of one deal, as words for the slots of templates. */
export interface Facts {
  /** Fixed texts by slot. */
  texts: Record<string, string>;
  features: readonly string[];
  /** Which of the features is being talked about. */
  turn: number;
  /** Templates that were said already. */
  used: Set<string>;
  /** Euros, as it stands now: haggling lowers it. */
  price: number;
  /** Milliseconds: when the lead wants it to be live. */
  launch: number;
  language: Language;
}

/** Draws the facts of a lead that came in at `createdAt`; the same draws give the same facts in each language. */
export function createFacts(random: Random, lead: Lead, createdAt: number, language: Language): Facts {
  const { person, company, product, price, rep } = lead;
  const euros = (amount: number, step = 50) => formatEuros(Math.round(amount / step) * step, language);
  const weeks = random.integer(product.weeks[0], product.weeks[1]);
  const drawn = Object.fromEntries(
    Object.entries(details).map(([slot, all]) => [slot, random.pick<string>(all)]),
  );
  return {
    texts: {
      ...drawn,
      studio: studio.name,
      first: person.first,
      last: person.last,
      rep: rep.first,
      company: company.name,
      city: company.city,
      domain: company.domain,
      email: person.email,
      phone: person.phone,
      position: person.position,
      trade: company.industry.name.toLowerCase(),
      customers: company.industry.customers,
      staff: String(company.staff),
      pain: random.pick(company.industry.pains),
      goal: random.pick(company.industry.goals),
      product: product.name[language],
      item: product.item[language],
      weeks: String(weeks),
      theirWeeks: String(Math.max(1, weeks - random.integer(-1, 3))),
      low: euros(price * random.between(0.68, 0.82), 100),
      high: euros(price * random.between(1.15, 1.4), 100),
      monthly: euros(random.integer(45, 290), 5),
      part: euros(price * random.between(0.08, 0.2)),
      theirPrice: euros(price * random.between(0.62, 1.08), 100),
      budget: euros(lead.means * random.between(0.85, 1.05), 500),
      boss: bossName(random, lead, language),
      volume: String(random.integer(4, 80) * 5),
      pages: String(random.integer(8, 60)),
      years: String(random.integer(2, 8)),
      months: String(random.integer(3, 9)),
      percent: String(random.integer(12, 58)),
    },
    features: shuffled(random, product.features[language]),
    turn: 0,
    used: new Set(),
    price,
    launch: createdAt + random.integer(8, 22) * 7 * day,
    language,
  };
}

/** The slots as they read in something said at one moment. */
export function slotsAt(facts: Facts, at: number, appointmentAt?: number): (name: string) => string {
  const meeting = appointmentAt ?? soon(at, 3) + 10.5 * hour;
  const feature = (n: number) => facts.features[(facts.turn + n) % facts.features.length] ?? "";
  const date = (time: number) => spokenDate(time, facts.language);
  const moving: Record<string, () => string> = {
    feature: () => feature(0),
    feature2: () => feature(1),
    feature3: () => feature(2),
    price: () => formatEuros(facts.price, facts.language),
    revised: () => formatEuros(revised(facts.price), facts.language),
    launch: () => date(Math.max(facts.launch, at + 42 * day)),
    start: () => date(soon(at, 21)),
    decide: () => date(soon(at, 6)),
    back: () => date(soon(at, 5)),
    day: () => spokenDay(meeting, facts.language),
    day2: () => spokenDay(soon(at, 8), facts.language),
    time: () => spokenTime(meeting),
    quarter: () => `Q${(Math.floor(new Date(at).getUTCMonth() / 3 + 1) % 4) + 1}`,
    season: () =>
      ["winter", "spring", "summer", "autumn"][Math.floor(((new Date(at).getUTCMonth() + 1) % 12) / 3)] ?? "",
  };
  return (name) => {
    const text = moving[name]?.() ?? facts.texts[name];
    if (text === undefined) throw new RangeError(`No slot is called ${name}.`);
    return text;
  };
}

/** What is left of a price after one round of haggling. */
export function revised(price: number): number {
  return Math.round((price * 0.86) / 50) * 50;
}

function formatEuros(amount: number, language: Language): string {
  const digits = String(amount).replace(
    /\B(?=(\d{3})+$)/g,
    language === "en" ? "," : language === "de" ? "." : " ",
  );
  return language === "en" ? `€${digits}` : `${digits} €`;
}

/** A weekday that many days later, at midnight. */
function soon(at: number, days: number): number {
  const time = Math.floor(at / day) * day + days * day;
  const weekday = new Date(time).getUTCDay();
  return weekday === 0 ? time + day : weekday === 6 ? time + 2 * day : time;
}

function bossName(random: Random, { person, company }: Lead, language: Language): string {
  if (language === "de") return `Frau ${random.pick(company.country.last)}`;
  if (language === "fr") return `Mme ${random.pick(company.country.last)}`;
  return random.pick(company.country.first.filter((name) => name !== person.first));
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
