import type { Finding } from "./field-check.ts";
import { normalQuantile } from "./normal.ts";
import { type Count, percent, shareOf } from "./proportion.ts";
import { type Separation, type Split, separationOf } from "./separation.ts";

/**
 * A set of values that tells won from lost at this distance is not met among things known beforehand: a predictor of
 * AUC .95 has it (`Separation.distance`).
 */
const leakDistance = 2.3;
/** What the data must be sure of: a predictor of AUC .89. */
const leakSurely = 1.75;
/** With few leads none of one side is as far as data can go: worth naming from here on. */
const neverDistance = 1.9;
/** Chance of a false alarm in a whole table where nothing tells won from lost. */
const falseAlarms = 0.01;

export interface SetOfValues {
  /** Sets that are looked at in the whole table (Bonferroni). */
  tests: number;
  /** What leads in the set do: "have a value". */
  set: string;
}

/** Whether a set of values lies so much on one side that it can hardly have been known before the outcome. */
export function oneSideFinding(split: Split, { tests, set }: SetOfValues): Finding | null {
  const separation = separationOf(split);
  if (!isBeyondChance(separation, tests) || !isSizeable(split)) return null;
  const never = Math.min(split.won.hits, split.lost.hits) === 0;
  if (separation.distance < (never ? neverDistance : leakDistance)) return null;
  const sure = separation.surely >= leakSurely && separation.distance >= leakDistance;
  return {
    verdict: sure ? "leak" : "suspect",
    kind: "one-side",
    sentence: `${shareOfSide(split.won, "won")} ${set}, and ${shareOfSide(split.lost, "lost")}.`,
  };
}

/** Whether chance would hardly show such a split in any of so many. */
export function isBeyondChance({ beyondChance }: Separation, tests: number): boolean {
  return beyondChance >= normalQuantile(1 - falseAlarms / (2 * Math.max(1, tests)));
}

/** Whether a split holds a fifth of either side, or all but a fifth. */
export function isSizeable({ won, lost }: Split): boolean {
  const between = Math.abs(shareOf(won) - shareOf(lost));
  return between >= 0.2;
}

/** "37 % of 412 won leads". */
export function shareOfSide(count: Count, side: string): string {
  return `${percent(shareOf(count))} of ${count.of} ${side} leads`;
}
