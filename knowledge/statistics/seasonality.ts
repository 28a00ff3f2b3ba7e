import { midranks } from "../scoring/evaluate/ranks.ts";
import { fisherAbove } from "./distributions/two-sided.ts";
import { isKnown, type KnownValue, knownValues } from "./known-values.ts";

/** Whether the places in a turn, such as the days of a week, differ. */
export interface Seasonality {
  p: number;
  /**
   * Share of the values' variance about their level that the season explains, 0–1, less what chance alone would explain.
   */
  strength: number;
  /**
   * The mean at each place of the turn: index 0 is the place of the first value. A place without known values has the
   * mean of all.
   */
  profile: number[];
}

const fewestTurns = 3;

/**
 * Tests for a season of a fixed period: analysis of variance of the ranks (Kruskal & Wallis, JASA 47, 1952, referred to
 * F) of what is left when the level, a moving mean over one turn, is taken out (classical decomposition: Persons 1919).
 * Trends, steps and slow drift go with the level; serial dependence of neighbours adds little at these frequencies. Null
 * under three turns and where no two values differ.
 * @param period buckets in a turn, from 2 on.
 */
export function seasonality(values: readonly (number | null)[], period: number): Seasonality | null {
  if (!(period >= 2) || !Number.isInteger(period) || values.length < fewestTurns * period) return null;
  const left = withoutLevel(values, period);
  const test = varianceOf(
    midranks(left.map(({ value }) => value)),
    left.map(({ at }) => at % period),
    period,
  );
  if (test === null) return null;
  const deviations = varianceOf(
    left.map(({ value }) => value),
    left.map(({ at }) => at % period),
    period,
  );
  return { p: test.p, strength: deviations?.strength ?? 0, profile: profileOf(values, left, period) };
}

/** The values less the mean of the turn around each, where at least half of that turn is known. */
function withoutLevel(values: readonly (number | null)[], period: number): KnownValue[] {
  const half = Math.floor(period / 2);
  const left: KnownValue[] = [];
  for (let at = half; at < values.length - half; at++) {
    const value = values[at];
    if (!isKnown(value)) continue;
    let [sum, weights] = [0, 0];
    for (let other = at - half; other <= at + half; other++) {
      const near = values[other];
      if (!isKnown(near)) continue;
      // Both ends of an even turn are the same place of it: each counts half.
      const weight = period % 2 === 0 && Math.abs(other - at) === half ? 0.5 : 1;
      sum += weight * near;
      weights += weight;
    }
    if (weights >= period / 2) left.push({ at, value: value - sum / weights });
  }
  return left;
}

/** One-way analysis of variance by season; null where it cannot be made. */
function varianceOf(values: ArrayLike<number>, seasons: readonly number[], period: number) {
  const n = values.length;
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  let all = 0;
  for (let i = 0; i < n; i++) {
    const season = seasons[i] as number;
    sums[season] = (sums[season] as number) + (values[i] as number);
    counts[season] = (counts[season] as number) + 1;
    all += values[i] as number;
  }
  let total = 0;
  for (let i = 0; i < n; i++) total += ((values[i] as number) - all / n) ** 2;
  let between = 0;
  let groups = 0;
  for (let season = 0; season < period; season++) {
    const count = counts[season] as number;
    if (count === 0) continue;
    groups++;
    between += count * ((sums[season] as number) / count - all / n) ** 2;
  }
  const above = groups - 1;
  // The moving mean has taken one part in `period` of the noise, but nothing of the season.
  const below = n * (1 - 1 / period) - groups;
  if (above < 1 || below < 2 || !(total > 0)) return null;
  const within = Math.max(0, total - between);
  const noise = within / below;
  return {
    p: fisherAbove(between / above / noise, above, below),
    strength: Math.max(0, (between - above * noise) / total),
  };
}

function profileOf(
  values: readonly (number | null)[],
  left: readonly KnownValue[],
  period: number,
): number[] {
  const known = knownValues(values);
  const level = known.reduce((sum, { value }) => sum + value, 0) / known.length;
  const bySeason = Map.groupBy(left, ({ at }) => at % period);
  return Array.from({ length: period }, (_, season) => {
    const own = bySeason.get(season) ?? [];
    return level + (own.length > 0 ? own.reduce((sum, { value }) => sum + value, 0) / own.length : 0);
  });
}
