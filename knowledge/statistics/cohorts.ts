import type { Share } from "./funnel.ts";
import { kaplanMeier } from "./kaplan-meier.ts";

/** When somebody came and what became of them. */
export interface CohortMember {
  /** The day they came, YYYY-MM-DD. */
  created: string;
  /** Days until the conversion; null: not so far. */
  convertedAfter: number | null;
  /** Days that they have been watched. Who can convert no more is watched on. */
  watched: number;
}

/** Those who came in one month. */
export interface Cohort {
  /** YYYY-MM. */
  month: string;
  n: number;
  /** Share converted by so many days; null while nobody of the cohort was watched that long. */
  converted: { days: number; share: Share | null }[];
}

/**
 * Share converted within so many days, by month of arrival, ascending. Who was not watched that long counts as long as
 * they were watched (Kaplan–Meier), not as lost.
 */
export function cohorts(
  members: readonly CohortMember[],
  horizons: readonly number[] = [30, 60, 90],
): Cohort[] {
  const months = [...Map.groupBy(members, ({ created }) => created.slice(0, 7))];
  return months
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, those]) => ({ month, n: those.length, converted: convertedOf(those, horizons) }));
}

function convertedOf(those: readonly CohortMember[], horizons: readonly number[]): Cohort["converted"] {
  const survival = kaplanMeier(
    those.map(({ convertedAfter, watched }) => ({
      days: convertedAfter ?? watched,
      event: convertedAfter !== null,
    })),
  );
  const longest = those.reduce((most, { watched }) => Math.max(most, watched), -1);
  return horizons.map((days) => {
    // Conversions alone would end the curve early: who converted was watched on.
    const left = days <= longest ? (survival?.at(days) ?? lastOf(survival)) : null;
    if (left?.share === 1)
      return { days, share: noneOf(those.filter(({ watched }) => watched >= days).length) };
    return { days, share: left && { share: 1 - left.share, low: 1 - left.high, high: 1 - left.low } };
  });
}

/** No conversion of so few is compatible with up to 1 − .1^(1/n): Kaplan and Meier's limits have no value there. */
function noneOf(n: number): Share {
  return { share: 0, low: 0, high: 1 - 0.1 ** (1 / n) };
}

function lastOf(survival: ReturnType<typeof kaplanMeier>) {
  return survival?.curve.at(-1) ?? null;
}
