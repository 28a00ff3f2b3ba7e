import type { Insight } from "#core/domain/insight.ts";
import type { Judged } from "#tools/judge-findings.ts";

type Point = Judged["points"][number];
type Kind = "count" | "rate" | "median";

/** Of more days, texts tell levels by the week (docs/insights.md), and points are weeks, too. Hosts pay for every word: no series is longer. */
const most = 62;
const dayMs = 86_400_000;
const overTime = new Set(["trend", "step", "spike", "forecast"]);

/**
 * The points of a finding as an answer shows them, in the unit that its levels are told in; four digits that count. Long series are
 * joined to whole weeks (of days) or means (of weeks and months), back from the last bucket, or both ways from the one that the
 * finding points to; days in a row that stand out stand beside the same days of other weeks. What is left over is left out. `n` is
 * said where it is more than the value itself.
 */
export function shownPoints(
  finding: Pick<Judged, "id" | "points" | "analysis" | "numbers" | "words">,
): Insight["dataPoints"] {
  if (!overTime.has(finding.analysis))
    return finding.points.map(({ label, value, n }) => ({ label, value: shown(value), n }));
  return joined(finding).map(({ label, value, n }) => ({
    label,
    value: shown(value),
    ...(n > 0 && n !== value ? { n } : {}),
  }));
}

function joined({
  id,
  points,
  numbers,
  words,
}: Pick<Judged, "id" | "points" | "numbers" | "words">): readonly Point[] {
  const isDaily = gap(points) === dayMs;
  const stretch = isDaily ? stretchOf(id) : undefined;
  if (points.length <= most && stretch === undefined) return points;
  const stride = isDaily ? 7 : Math.ceil(points.length / most);
  const width = stretch ?? stride;
  const named = points.findIndex(({ label }) => label === words.at);
  const start = (named < 0 ? points.length : named) % stride;
  const join = joins[kindOf(numbers)];
  return Array.from({ length: Math.floor((points.length - start - width) / stride) + 1 }, (_, index) => {
    const part = points.slice(start + index * stride, start + index * stride + width);
    return {
      label: part[0]?.label ?? "",
      value: join(part, isDaily),
      n: part.reduce((total, { n }) => total + n, 0),
    };
  });
}

/** How many days in a row stand out, as a finding's id says it. */
function stretchOf(id: string): number | undefined {
  const days = /:(\d)days$/.exec(id)?.[1];
  return days === undefined ? undefined : Number(days);
}

function gap([first, second]: readonly Point[]): number {
  return Date.parse(second?.label ?? "") - Date.parse(first?.label ?? "");
}

/** What a metric is shows in the names of its levels. */
function kindOf(numbers: Judged["numbers"]): Kind {
  const names = Object.keys(numbers);
  if (names.some((name) => name.endsWith("_level"))) return "count";
  return names.some((name) => name.endsWith("_share")) ? "rate" : "median";
}

type Known = Point & { value: number };

const joins: Record<Kind, (part: readonly Point[], isDaily: boolean) => number | null> = {
  count: (part, isDaily) => {
    const known = knownOf(part);
    if (known.length === 0 || (isDaily && known.length < part.length)) return null;
    return sumOf(known, ({ value }) => value) / (isDaily ? 1 : known.length);
  },
  rate: (part) => {
    const n = sumOf(knownOf(part), (point) => point.n);
    return n > 0 ? sumOf(knownOf(part), (point) => point.value * point.n) / n : null;
  },
  median: (part) => weightedMedian(knownOf(part)),
};

function knownOf(part: readonly Point[]): Known[] {
  return part.flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
}

function sumOf(points: readonly Known[], of: (point: Known) => number): number {
  return points.reduce((total, point) => total + of(point), 0);
}

/** The value with half of the weight on each side; between two such, their mean. */
function weightedMedian(points: readonly Known[]): number | null {
  const half = sumOf(points, ({ n }) => n) / 2;
  const sorted = points.filter(({ n }) => n > 0).toSorted((a, b) => a.value - b.value);
  let before = 0;
  for (const [index, { value, n }] of sorted.entries()) {
    before += n;
    if (before > half) return value;
    if (before === half) return (value + (sorted[index + 1]?.value ?? value)) / 2;
  }
  return null;
}

function shown(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}
