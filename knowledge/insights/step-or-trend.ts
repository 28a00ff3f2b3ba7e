import type { Judged } from "./judge.ts";

/** Of a step and a trend of one metric: whether the step leaves less of the series unexplained, by least squares. */
export function stepExplainsMore(step: Judged, trend: Judged): boolean {
  const at = step.points.findIndex(({ label }) => label === step.words.at);
  const known = trend.points.flatMap(({ value, n }, x) =>
    value === null ? [] : [{ x, y: value, weight: Math.max(1, n) }],
  );
  // A count's n is the count itself: its buckets weigh alike.
  const isCount = known.every(({ y, weight }) => y <= 1 || y === weight) && known.some(({ y }) => y > 1);
  const points = isCount ? known.map((point) => ({ ...point, weight: 1 })) : known;
  const sides = [points.filter(({ x }) => x < at), points.filter(({ x }) => x >= at)];
  return unexplained(sides[0] ?? [], 0) + unexplained(sides[1] ?? [], 0) <= unexplained(points, 1);
}

interface Point {
  x: number;
  y: number;
  weight: number;
}

/** What a level (degree 0) or a line (degree 1) leaves: the weighted sum of squares. */
function unexplained(points: readonly Point[], degree: 0 | 1): number {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + point.weight * of(point), 0) / total;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = mean(({ x }) => (x - mx) ** 2);
  const slope = degree === 0 || spread === 0 ? 0 : mean(({ x, y }) => (x - mx) * (y - my)) / spread;
  return points.reduce((sum, { x, y, weight }) => sum + weight * (y - my - slope * (x - mx)) ** 2, 0);
}
