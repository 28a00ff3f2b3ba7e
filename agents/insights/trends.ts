import type { InsightsState } from "#graphs/insights/state.ts";
import type { Trend } from "./contract.ts";

/** How each metric stands, against earlier periods, and whether its course changed more than chance would. */
export function trendsOf({ data, findings }: InsightsState): Trend[] {
  return data.metrics.flatMap(({ id, title, kind }) => {
    const total = (period: string) => data.totals.find((one) => one.metric === id && one.period === period);
    const now = total("this");
    if (!now) return [];
    const [previous, lastYear] = [total("previous")?.value ?? null, total("last_year")?.value ?? null];
    const moved = findings
      .filter(({ metric, analysis }) => metric === id && ["trend", "step", "period"].includes(analysis))
      // The same season of last year is told beside it: it may have moved the other way.
      .filter((finding) => finding.id !== `period:${id}:last_year`)
      .toSorted((a, b) => (a.q ?? 1) - (b.q ?? 1))[0];
    return [
      {
        name: id,
        title,
        value: now.value,
        unit: { count: "in the period", rate: "share", median: "hours" }[kind],
        n: now.n,
        previous,
        last_year: lastYear,
        change: now.value !== null && previous !== null && previous > 0 ? now.value / previous - 1 : null,
        trend: moved?.direction === "up" ? "UP" : moved?.direction === "down" ? "DOWN" : "STABLE",
        confidence: moved?.confidence ?? 0.5,
      },
    ];
  });
}
