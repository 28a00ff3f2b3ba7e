import { normalTwoSided } from "./distributions/two-sided.ts";
import type { Waiting } from "./kaplan-meier.ts";

/** Events seen in the first group against those expected if both waited alike. */
export interface LogRank {
  observed: number;
  expected: number;
  p: number;
}

/**
 * Whether two groups wait equally long (log-rank test: Mantel, Cancer Chemotherapy Reports 50, 1966). More observed than
 * expected: the first group has its events sooner. Null without events that both could have had.
 */
export function logRank(a: readonly Waiting[], b: readonly Waiting[]): LogRank | null {
  const times = [
    ...a.map((time) => ({ ...time, first: true })),
    ...b.map((time) => ({ ...time, first: false })),
  ].filter(({ days }) => days >= 0 && Number.isFinite(days));
  let [atRisk, ofFirst] = [times.length, times.filter(({ first }) => first).length];
  let [observed, expected, variance] = [0, 0, 0];
  for (const [, those] of [...Map.groupBy(times, ({ days }) => days)].sort(([x], [y]) => x - y)) {
    const events = those.filter(({ event }) => event).length;
    const share = ofFirst / atRisk;
    observed += those.filter(({ event, first }) => event && first).length;
    expected += events * share;
    if (atRisk > 1) variance += (events * share * (1 - share) * (atRisk - events)) / (atRisk - 1);
    atRisk -= those.length;
    ofFirst -= those.filter(({ first }) => first).length;
  }
  if (variance <= 0) return null;
  return { observed, expected, p: normalTwoSided((observed - expected) / Math.sqrt(variance)) };
}
