import { describe, expect, test } from "vitest";
import type { Group, SeriesPoint } from "#core/domain/series.ts";
import { seededRandom } from "../../scoring/evaluate/seeded-random.ts";
import { shiftBucket } from "../buckets.ts";
import type { MetricInfo, SeriesSubject } from "../subjects.ts";
import { group } from "./group.ts";
import { period } from "./period.ts";
import { season } from "./season.ts";
import { spike } from "./spike.ts";
import { step } from "./step.ts";
import { trend } from "./trend.ts";

const leads: MetricInfo = { id: "new_leads", title: "New leads", kind: "count", better: "up" };
const winning: MetricInfo = { id: "win_rate", title: "Win rate", kind: "rate", better: "up" };
const waiting: MetricInfo = {
  id: "first_response_time",
  title: "Time to first response",
  kind: "median",
  better: "down",
};

/** Daily or weekly counts about a level, from a Monday on. */
function subject(
  buckets: number,
  level: (index: number) => number,
  { grain = "week", seed = 1 }: { grain?: "day" | "week"; seed?: number } = {},
): SeriesSubject {
  const random = seededRandom(seed);
  const points: SeriesPoint[] = Array.from({ length: buckets }, (_, index) => {
    const mean = level(index);
    const value = Math.max(
      0,
      Math.round(mean + Math.sqrt(mean) * (random() + random() + random() + random() - 2) * 1.7),
    );
    return { at: shiftBucket("2026-01-05", grain, index), value, n: value };
  });
  return { metric: leads, grain, history: [], points, totals: [] };
}

test("a trend is found with its way, size and interval", () => {
  const [found] = trend(subject(26, (index) => 20 + index)).findings;
  expect(found).toMatchObject({ id: "trend:new_leads", direction: "up" });
  expect(found?.p).toBeLessThan(1e-3);
  expect(found?.low).toBeLessThan(found?.effect ?? 0);
  expect(found?.high).toBeGreaterThan(found?.effect ?? 0);
  expect(found?.effect).toBeGreaterThan(0.7);
  expect(found?.words).toEqual({ first: "the week of 5 January 2026", last: "the week of 29 June 2026" });
});

test("a step is found at its bucket, and is no row of spikes", () => {
  const stepping = subject(30, (index) => (index < 18 ? 15 : 32));
  const [found] = step(stepping).findings;
  expect(found).toMatchObject({ direction: "up", words: { at: shiftBucket("2026-01-05", "week", 18) } });
  expect(found?.p).toBeLessThan(1e-3);
  expect(spike(stepping).findings.filter(({ p }) => (p ?? 1) < 0.01)).toEqual([]);
});

test("a spike is found on its day, with a p for all days looked at", () => {
  const days = subject(60, (index) => (index === 40 ? 60 : 15), { grain: "day" });
  const [found] = spike(days).findings;
  expect(found).toMatchObject({ words: { on: "14 February 2026", at: "2026-02-14" }, direction: "up" });
  expect(found?.p).toBeLessThan(1e-3);
});

test("weekdays that differ are named", () => {
  const days = subject(56, (index) => (index % 7 === 1 ? 30 : index % 7 === 6 ? 4 : 14), { grain: "day" });
  expect(season(days).findings[0]).toMatchObject({
    direction: "none",
    words: { peak: "Tuesday", trough: "Sunday" },
  });
  expect(season(subject(56, () => 14)).findings).toEqual([]);
});

describe("groups", () => {
  const rate = (name: string | null, hits: number, n: number): Group => ({ name, value: hits / n, n, hits });
  const of = (groups: Group[], dispersion = 1) =>
    group({ metric: winning, grouping: { metric: "win_rate", dimension: "source", groups }, dispersion });

  test("one that stands out does not make the others stand out against it", () => {
    const { findings, tests } = of([
      rate("A", 60, 100),
      rate("B", 40, 200),
      rate("C", 42, 200),
      rate("D", 38, 200),
    ]);
    expect(tests).toBe(4);
    const sure = findings.filter(({ p }) => (p ?? 1) < 0.01);
    expect(sure.map(({ group: name, direction }) => [name, direction])).toEqual([["A", "up"]]);
    expect(sure[0]?.numbers).toMatchObject({
      group_share: 0.6,
      rest_share: 0.2,
      group_count: 100,
      rest_count: 600,
    });
    expect(sure[0]?.numbers.difference_points).toBeCloseTo(0.4);
  });

  test("two are one comparison that names both; those without a value are a group", () => {
    const { findings, tests } = of([rate("A", 30, 100), rate(null, 10, 90)]);
    expect(tests).toBe(1);
    expect(findings[0]?.words).toMatchObject({ who: "source A", other: "leads without a source" });
  });

  test("bursts tell less than as many independent trials", () => {
    const groups = [rate("A", 60, 100), rate("B", 40, 100)];
    const p = (dispersion: number) => of(groups, dispersion).findings[0]?.p ?? 1;
    expect(p(1)).toBeLessThan(0.01);
    expect(p(4)).toBeGreaterThan(0.05);
  });

  test("durations are compared by their medians", () => {
    const sample = (scale: number) => Array.from({ length: 60 }, (_, index) => scale * (1 + index / 30));
    const groups = [
      { name: "ada", value: 12, n: 60, sample: sample(6) },
      { name: "grace", value: 4, n: 60, sample: sample(2) },
    ];
    const [found] = group({
      metric: waiting,
      grouping: { metric: waiting.id, dimension: "assigned_to", groups },
      dispersion: 1,
    }).findings;
    expect(found).toMatchObject({ direction: "up", words: { who: "owner “ada”" } });
    expect(found?.effect).toBeCloseTo(2, 0);
    expect(found?.p).toBeLessThan(1e-6);
  });

  test("too small ones are told of", () => {
    expect(of([rate("A", 3, 9), rate("B", 10, 90)]).tooFew[0]?.reason).toContain(
      "1 of 2 groups have 10 or more",
    );
  });
});

test("a period is compared with the one before, by name", () => {
  const { points } = subject(24, (index) => (index < 12 ? 20 : 34));
  const total = (name: "this" | "previous", own: SeriesPoint[]) => {
    const n = own.reduce((sum, point) => sum + point.n, 0);
    return { metric: "new_leads", period: name, from: "", to: "", value: n, n, points: own };
  };
  const totals = [total("this", points.slice(12)), total("previous", points.slice(0, 12))];
  const { findings, tests } = period({
    metric: leads,
    grain: "week",
    history: points.slice(0, 12),
    points: points.slice(12),
    totals,
  });
  expect(tests).toBe(1);
  expect(findings[0]).toMatchObject({ id: "period:new_leads:previous", direction: "up" });
  expect(findings[0]?.effect).toBeCloseTo(0.7, 0);
});

describe("too few data", () => {
  test.each([
    ["buckets", subject(8, () => 10), "8 buckets of the period have a value; 12 are needed"],
    ["change", subject(20, () => 0), "every bucket of the period has the same value"],
  ])("%s: says so", (_what, few, reason) => {
    for (const run of [trend, step, spike]) {
      expect(run(few)).toMatchObject({ tests: 0, findings: [], tooFew: [{ metric: "new_leads", reason }] });
    }
  });
});

test("a burst of days that no single day shows is found as a stretch", () => {
  const days = subject(98, (index) => (index >= 42 && index < 49 ? 34 : 16), { grain: "day", seed: 4 });
  const [best] = spike(days).findings.toSorted((a, b) => (a.p ?? 1) - (b.p ?? 1));
  expect(best).toMatchObject({
    id: "spike:new_leads:2026-02-16:7days",
    words: { on: "the week of 16 February 2026" },
  });
  expect(best?.p).toBeLessThan(1e-3);
});
