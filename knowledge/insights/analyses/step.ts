import { bucketName } from "../buckets.ts";
import { courseChange } from "../course-change.ts";
import { displayUnit } from "../display-unit.ts";
import { directionOf, known, relative, seriesTooShort, shownPoints, spanWords, tooFew } from "../finding.ts";
import { levelKind, levelOf, totalN } from "../levels.ts";
import { nothingTested, type SeriesSubject, type Tested } from "../subjects.ts";

/** Tests whether a metric's level changed once and stayed. */
export function step(subject: SeriesSubject): Tested {
  const { metric, grain, points } = subject;
  const { course, change } = courseChange(subject);
  const short = seriesTooShort("step", course.points);
  if (short) return tooFew({ ...short, metric: metric.id });
  const at = change ? course.points[change.at]?.at : undefined;
  if (!change || at === undefined) return nothingTested;
  const [earlier, later] = [
    points.filter((point) => point.at < at),
    points.filter((point) => point.at >= at),
  ];
  const [before, after] = [levelOf(metric, earlier), levelOf(metric, later)];
  if (before === null || after === null) return { ...nothingTested, tests: 1 };
  const kind = levelKind(metric);
  const effect = relative(after, before);
  const times = metric.kind === "count" ? displayUnit(grain, points.length).times : 1;
  return {
    tests: 1,
    tooFew: [],
    findings: [
      {
        id: `step:${metric.id}`,
        analysis: "step",
        metric: metric.id,
        p: change.p,
        direction: directionOf(after - before),
        effect,
        low: change.low,
        high: change.high,
        n: totalN(points),
        numbers: known({
          [`before_${kind}`]: times * before,
          [`after_${kind}`]: times * after,
          effect_change: effect,
          low_change: change.low,
          high_change: change.high,
          length_buckets: points.length,
          before_buckets: earlier.length,
          after_buckets: later.length,
          n_count: totalN(points),
        }),
        words: { ...spanWords(points, grain), since: bucketName(at, grain), at },
        points: shownPoints(points),
      },
    ],
  };
}
