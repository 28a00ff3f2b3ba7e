import type { Insight } from "#core/domain/insight.ts";
import type { Judged } from "#tools/judge-findings.ts";
import { bucketsShown } from "#tools/shown-buckets.ts";

type Point = Judged["points"][number];
type Kind = "count" | "rate" | "median";

const overTime = new Set(["trend", "step", "spike", "forecast"]);

/**
 * The points of a finding as an answer shows them, in the unit that its levels are told in; four digits that count. Long series are
 * joined: counts of days to sums, of weeks and months to means. `n` is said where it is more than the value itself.
 */
export function shownPoints(
  finding: Pick<Judged, "id" | "points" | "analysis" | "numbers" | "words">,
): Insight["dataPoints"] {
  if (!overTime.has(finding.analysis))
    return finding.points.map(({ label, value, n }) => ({ label, value: shown(value), n }));
  return joined(finding).map(({ label, value, n, low, high }) => ({
    label,
    value: shown(value),
    ...(n > 0 && n !== value ? { n } : {}),
    ...(low === undefined ? {} : { low: shortened(low) }),
    ...(high === undefined ? {} : { high: shortened(high) }),
  }));
}

function joined(finding: Pick<Judged, "id" | "points" | "numbers" | "words">): readonly Point[] {
  const { points, numbers } = finding;
  const { start, stride, width, isDaily } = bucketsShown(finding);
  if (stride === 1) return points;
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
  return value === null ? null : shortened(value);
}

function shortened(value: number): number {
  return Number(value.toPrecision(4));
}
