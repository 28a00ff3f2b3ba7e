/** Groups of a dimension with the share of contacts in each, largest or not. */
export interface MadeGroup {
  name: string;
  share: number;
}

/** What contacts are grouped by; each is drawn independently of the others. */
export const dimensions = ["source", "assigned_to", "company_size", "industry", "campaign"] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * What a made-up business consists of, and the only things that an effect can change: new leads a day, messages that leads
 * write, the chance that a lead that ends is won, how long answers take, and the chance that there is one.
 */
export const drivers = ["leads", "messages", "winning", "delay", "answering"] as const;
export type Driver = (typeof drivers)[number];

/** Something that is not as it was, or not alike in all groups. */
export interface Effect {
  driver: Driver;
  /** By the day's date: a factor of leads, messages and delay, points (as a share) added to the chances. */
  strength(date: string, weekday: number): number;
  /** Only contacts of this group. */
  within?: { dimension: Dimension; group: string };
}

/** Everything that decides a made-up workspace. */
export interface Business {
  seed: string;
  timeZone: string;
  /** What is asked about: the first date, and the first after it. */
  period: { from: string; to: string };
  /** The first date of the records, and the first after them. */
  records: { from: string; to: string };
  /** Of all contacts in the records, about. */
  leadsADay: number;
  /** Standard deviation of the logarithm of a day's level, of leads and of messages each. */
  dayNoise: number;
  /** Correlation of a day's level with the next one's. */
  persistence: number;
  /** Mean 1, Monday first: how many come and write on each weekday. */
  weekdays: readonly number[];
  /** Answers and endings fall on weekdays only. */
  officeDays: boolean;
  /** Bursts of messages that a lead sends after it came, on average. */
  bursts: number;
  /** Messages a burst, on average. */
  burstLength: number;
  /** Share of leads that end, and days until then, on average. */
  ending: { share: number; days: number };
  /** Of those that end. */
  winChance: number;
  /** Median hours until an answer, and the standard deviation of their logarithm within and between leads. */
  delay: { hours: number; within: number; between: number };
  answerChance: number;
  groups: Readonly<Record<Dimension, readonly MadeGroup[]>>;
  /** Campaigns follow each other in time instead of running side by side. */
  campaignsInTurn: boolean;
  effects: readonly Effect[];
}

/** Days after which nothing happens with a lead any more, open or not. */
export const longestLife = 75;
