import { mannKendall } from "../../statistics/mann-kendall.ts";
import { theilSen } from "../../statistics/theil-sen.ts";
import { displayUnit } from "../display-unit.ts";
import { directionOf, known, relative, seriesTooShort, shownPoints, spanWords, tooFew } from "../finding.ts";
import { levelKind, medianOf, totalN } from "../levels.ts";
import { nothingTested, type SeriesSubject, type Tested } from "../subjects.ts";
import { courseOf } from "../widen.ts";

/** Tests whether a metric rises or falls over the period: Mann–Kendall for the p, Theil–Sen for the size. */
export function trend({ metric, grain, points }: SeriesSubject): Tested {
  const course = courseOf(metric, points, grain);
  const short = seriesTooShort("trend", course.points);
  if (short) return tooFew({ ...short, metric: metric.id });
  const values = course.points.map(({ value }) => value);
  const test = mannKendall(values, { season: course.season });
  const slope = theilSen(values, { season: course.season });
  if (!test || !slope) return nothingTested;
  const steps = values.length - 1;
  const bounds = metric.kind === "rate" ? 1 : Number.POSITIVE_INFINITY;
  const [first, last] = endsOf(values, slope.slope).map((value) => Math.min(bounds, Math.max(0, value)));
  if (first === undefined || last === undefined) return nothingTested;
  const by = (perStep: number) => (first > 0 ? Math.max(-1, (perStep * steps) / first) : null);
  const effect = relative(last, first);
  const [low, high] = [by(slope.low), by(slope.high)];
  const kind = levelKind(metric);
  const times = metric.kind === "count" ? displayUnit(grain, points.length).times : 1;
  return {
    tests: 1,
    tooFew: [],
    findings: [
      {
        id: `trend:${metric.id}`,
        analysis: "trend",
        metric: metric.id,
        p: test.p,
        direction: directionOf(slope.slope === 0 ? test.tau : slope.slope),
        effect,
        low,
        high,
        n: totalN(points),
        numbers: known({
          [`first_${kind}`]: times * first,
          [`last_${kind}`]: times * last,
          effect_change: effect,
          low_change: low,
          high_change: high,
          length_buckets: points.length,
          n_count: totalN(points),
        }),
        words: spanWords(points, grain),
        points: shownPoints(points),
      },
    ],
  };
}

/** Where the line through the medians begins and ends. */
function endsOf(values: readonly (number | null)[], slope: number): [number, number] {
  const rest = values.flatMap((value, index) => (value === null ? [] : value - slope * index));
  const start = medianOf(rest);
  return [start, start + slope * (values.length - 1)];
}
