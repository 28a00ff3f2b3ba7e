import { seasonality } from "../../statistics/seasonality.ts";
import { weekdayNames, weekdayOf } from "../buckets.ts";
import { known, relative, seriesTooShort, spanWords, tooFew } from "../finding.ts";
import { levelKind, levelOf, totalN } from "../levels.ts";
import { nothingTested, type SeriesSubject, type Tested } from "../subjects.ts";
import { weekdaysDiffer } from "../weekdays-differ.ts";

/** Four of each weekday. */
const leastDays = 28;

/** Tests whether weekdays differ; only series by the day can tell. */
export function season({ metric, grain, points }: SeriesSubject): Tested {
  if (grain !== "day") return nothingTested;
  const short = seriesTooShort("season", points);
  if (short) return tooFew({ ...short, metric: metric.id });
  if (points.length < leastDays) {
    const reason = `the period has ${points.length} days; weekdays need ${leastDays}`;
    return tooFew({ analysis: "season", metric: metric.id, reason });
  }
  const test = seasonality(
    points.map(({ value }) => value),
    7,
  );
  if (!test) return nothingTested;
  const days = weekdayNames
    .map((name, day) => {
      const own = points.filter(({ at }) => weekdayOf(at) === day);
      return { name, level: levelOf(metric, own), n: totalN(own) };
    })
    .filter((day): day is { name: string; level: number; n: number } => day.level !== null);
  const ranked = days.toSorted((a, b) => b.level - a.level);
  const [peak, trough] = [ranked[0], ranked.at(-1)];
  const overall = levelOf(metric, points);
  if (!peak || !trough || overall === null) return { ...nothingTested, tests: 1 };
  const kind = levelKind(metric);
  return {
    tests: 1,
    tooFew: [],
    findings: [
      {
        id: `season:${metric.id}`,
        analysis: "season",
        metric: metric.id,
        p: Math.min(1, 2 * Math.min(test.p, weekdaysDiffer(points))),
        direction: "none",
        effect: relative(peak.level, overall),
        low: null,
        high: null,
        n: totalN(points),
        numbers: known({
          [`peak_${kind}`]: peak.level,
          [`trough_${kind}`]: trough.level,
          [`overall_${kind}`]: overall,
          effect_change: relative(peak.level, overall),
          length_buckets: points.length,
          n_count: totalN(points),
        }),
        words: { ...spanWords(points, grain), peak: peak.name, trough: trough.name },
        points: days.map(({ name, level, n }) => ({ label: name, value: level, n })),
      },
    ],
  };
}
