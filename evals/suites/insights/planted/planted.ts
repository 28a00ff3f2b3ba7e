import type { Business, Dimension, Driver } from "../generator/business.ts";

export const plantedKinds = ["trend", "step", "spike", "season", "group", "period"] as const;
export type PlantedKind = (typeof plantedKinds)[number];

/** What was hidden in a made-up workspace: what must be found, and what follows from it. */
export interface Planted {
  kind: PlantedKind;
  driver: Driver;
  /** "late step", "one day": its form, as the report tells it. */
  shape: string;
  /** "×1.72", "+24 points". */
  size: string;
  direction: "up" | "down";
  /** Standard errors by which a test that knew the form would tell it from nothing. */
  strength: number;
  /** Of a step its first date, twice; of a spike its first and last date. */
  at?: { from: string; to: string };
  group?: { dimension: Dimension; name: string };
  business: Business;
}

/**
 * Weaker effects are drawn again: nobody would call them obvious. A test that corrects for all it looks at tells an effect of the whole period
 * from about 3.6 standard errors on, a step at any moment from 4.5 and a burst of any length on any day from 5.3; two and a half more make
 * it see 99 of 100.
 */
export const leastStrength: Readonly<Record<PlantedKind, number>> = {
  trend: 6,
  season: 6,
  group: 6,
  period: 6,
  step: 7,
  spike: 8,
};
