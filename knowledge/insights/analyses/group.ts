import type { Finding } from "#core/domain/insight.ts";
import type { Group } from "#core/domain/series.ts";
import { compareRates } from "../../statistics/compare-rates.ts";
import { compareSamples } from "../../statistics/compare-samples.ts";
import { directionOf, known, relative, tooFew } from "../finding.ts";
import { levelKind, medianOf, sum } from "../levels.ts";
import { groupName } from "../names.ts";
import { type GroupSubject, nothingTested, type Tested } from "../subjects.ts";

/** Trials or durations that a group needs to be compared. */
export const leastInGroup = 10;

/** The largest groups: each comparison more makes every other count for less. */
const mostCompared = 12;

/** A group this surely different is taken out of the rest that the others are compared with. */
const sure = 0.001;

/**
 * Compares each group with the rest of its dimension. One group that stands out makes all others differ from a rest that it is
 * part of, so a group is also compared with the rest without those that stand out more, and the larger p counts.
 */
export function group(subject: GroupSubject): Tested {
  const { metric, grouping } = subject;
  if (metric.kind === "count") return nothingTested;
  const usable = grouping.groups.filter(({ n }) => n >= leastInGroup).slice(0, mostCompared);
  if (usable.length < 2) {
    const reason = `${usable.length} of ${grouping.groups.length} groups have ${leastInGroup} or more; 2 are needed to compare`;
    return tooFew({ analysis: "group", metric: metric.id, dimension: grouping.dimension, reason });
  }
  // Two groups differ from each other, which is one thing, told of the better filled one.
  const candidates = usable.length === 2 ? usable.slice(0, 1) : usable;
  const compared = candidates
    .flatMap((one) => compare(subject, one, without(usable, [one])) ?? [])
    .toSorted((a, b) => a.p - b.p || b.group.n - a.group.n);
  const findings: Finding[] = [];
  const outstanding: Group[] = [];
  for (const one of compared) {
    const rest = without(usable, [one.group, ...outstanding]);
    const again = outstanding.length > 0 && rest.length > 0 ? compare(subject, one.group, rest) : undefined;
    const p = Math.max(one.p, again?.p ?? one.p, outstanding.length > 0 && !again ? 1 : 0);
    if (p <= sure) outstanding.push(one.group);
    findings.push(toFinding(subject, { ...one, p }, usable.length === 2 ? usable[1] : undefined));
  }
  return { tests: compared.length, findings, tooFew: [] };
}

/** A dimension as people say it. */
export function dimensionName(dimension: string): string {
  return { assigned_to: "owner", company_size: "company size" }[dimension] ?? dimension.replaceAll("_", " ");
}

interface Compared {
  group: Group;
  own: number;
  rest: number;
  restN: number;
  difference: number;
  /** 90 % interval: of the difference of rates, of the ratio of medians. */
  low: number | null;
  high: number | null;
  p: number;
}

function without(groups: readonly Group[], left: readonly Group[]): Group[] {
  return groups.filter((one) => !left.includes(one));
}

function compare(
  { metric, dispersion }: GroupSubject,
  own: Group,
  rest: readonly Group[],
): Compared | undefined {
  const restN = sum(rest.map(({ n }) => n));
  if (restN < leastInGroup) return undefined;
  if (metric.kind === "rate") {
    const [a, b] = [
      { hits: own.hits ?? 0, n: own.n },
      { hits: sum(rest.map(({ hits }) => hits ?? 0)), n: restN },
    ];
    const test = compareRates(thinned(a, dispersion), thinned(b, dispersion));
    if (!test) return undefined;
    const { low, high, p } = test;
    const [x, y] = [a.hits / a.n, b.hits / b.n];
    return { group: own, own: x, rest: y, restN, difference: x - y, low, high, p };
  }
  const [a, b] = [pooled([own], own.n, mostPooled / 2), pooled(rest, restN, mostPooled)];
  const test = compareSamples(a, b);
  if (!test) return undefined;
  const [x, y] = [own.value ?? medianOf(a), medianOf(b)];
  const [low, high] = test.ratio === null ? [null, null] : [test.low, test.high];
  return { group: own, own: x, rest: y, restN, difference: x - y, low, high, p: test.p };
}

/** Durations kept of the rest: more would cost time and tell little. */
const mostPooled = 400;

/** A sample of all groups together, each by its size. */
function pooled(groups: readonly Group[], n: number, most: number): number[] {
  return groups.flatMap(({ sample = [], n: own }) => {
    const wanted = Math.min(sample.length, Math.max(1, Math.round((Math.min(n, most) * own) / n)));
    return Array.from({ length: wanted }, (_, i) => sample[Math.floor((i * sample.length) / wanted)] ?? 0);
  });
}

/** Trials that come in bursts tell as much as fewer independent ones. */
function thinned({ hits, n }: { hits: number; n: number }, dispersion: number) {
  const bursts = Math.max(1, dispersion);
  return { hits: hits / bursts, n: n / bursts };
}

function toFinding({ metric, grouping }: GroupSubject, one: Compared, other: Group | undefined): Finding {
  const { own, rest, restN, difference, low, high, p } = one;
  const { dimension, groups } = grouping;
  const isRate = metric.kind === "rate";
  const kind = levelKind(metric);
  const effect = relative(own, rest);
  // As a share of the rest's rate; the interval of a ratio is the comparison's own.
  const [effectLow, effectHigh] = isRate
    ? [low, high].map((bound) => (bound === null || rest <= 0 ? null : bound / rest))
    : [low, high].map((bound) => (bound === null ? null : bound - 1));
  const worse = difference > 0 === (metric.better !== "down") ? restN : one.group.n;
  return {
    id: `group:${metric.id}:${dimension}:${one.group.name ?? ""}`,
    analysis: "group",
    metric: metric.id,
    dimension,
    group: one.group.name,
    p,
    direction: directionOf(difference),
    effect,
    low: effectLow ?? null,
    high: effectHigh ?? null,
    n: one.group.n + restN,
    numbers: known({
      [`group_${kind}`]: own,
      [`rest_${kind}`]: rest,
      effect_change: effect,
      ...(isRate
        ? {
            difference_points: difference,
            low_points: low,
            high_points: high,
            ...gainOf({ difference, low, high, n: worse }),
          }
        : { low_change: effectLow, high_change: effectHigh }),
      group_count: one.group.n,
      rest_count: restN,
      n_count: one.group.n + restN,
    }),
    words: {
      who: whoIs(dimension, one.group),
      ...(other ? { other: whoIs(dimension, other) } : {}),
    },
    points: groups.map(({ name, value, n }) => ({ label: name ?? "(none)", value, n })),
  };
}

/** What it would bring if those who do worse did as well as the others: successes, with the interval of the difference. */
function gainOf({ difference, low, high, n }: Pick<Compared, "difference" | "low" | "high"> & { n: number }) {
  const ends = [low, high].map((bound) =>
    bound === null ? null : Math.max(0, Math.sign(difference) * bound) * n,
  );
  const [from, to] = difference < 0 ? ends.toReversed() : ends;
  return { gain_count: Math.abs(difference) * n, gain_low_count: from ?? null, gain_high_count: to ?? null };
}

/** A group as texts name it: `source Referral`, `leads without a source`. */
function whoIs(dimension: string, { name }: Group): string {
  return name === null
    ? `leads without ${articled(dimensionName(dimension))}`
    : `${dimensionName(dimension)} ${groupName(name)}`;
}

function articled(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
