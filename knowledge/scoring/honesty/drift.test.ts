import { describe, expect, test } from "vitest";
import type { FeatureRow } from "../features/feature.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { driftOf, driftReference, referencePopulation } from "./drift.ts";

interface Change {
  budget?: (budget: number) => number | null;
  source?: (source: string) => string | null;
  older?: number;
}

function leads(count: number, seed: number, { budget, source, older = 0 }: Change = {}): FeatureRow[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const amount = Math.exp(3 * random());
    const from = ["web", "web", "fair", "phone"][Math.floor(4 * random())] ?? "web";
    return {
      "field:budget": budget ? budget(amount) : amount,
      "field:source": source ? source(from) : from,
      "field:signed_up": 300 * random() + older,
      "field:note": random() < 0.9 ? null : "x",
    };
  });
}

function chances(rows: readonly FeatureRow[], shift = 0): Float64Array {
  return Float64Array.from(rows, (row) => {
    const budget = row["field:budget"];
    return 1 / (1 + Math.exp(2 - shift - 0.1 * (typeof budget === "number" ? budget : 0)));
  });
}

const then = leads(4_000, 1);
const dates = new Set(["field:signed_up"]);
const reference = driftReference(then, chances(then), { dates });
const today = (rows: FeatureRow[], shift?: number) =>
  driftOf(reference, { rows, probabilities: chances(rows, shift) });
const alarmOf = (report: ReturnType<typeof today>, field: string) =>
  report.fields.find((found) => found.field === field)?.alarm;

describe("driftOf", () => {
  test.each([20, 40, 200, 4_000])("sees nothing in %i other leads of the same kind", (count) => {
    for (let seed = 2; seed < 12; seed++) expect(today(leads(count, seed)).alarm).toBe("none");
  });

  test.each<[string, string, Change, RegExp]>([
    [
      "a number that grew",
      "budget",
      { budget: (b) => 4 * b },
      /^budget: the highest part of its values is in \d+ %/,
    ],
    ["a gap", "budget", { budget: (b) => (b > 3 ? b : null) }, /^budget: it is missing in \d+ % .* in 0 %/],
    [
      "a new level",
      "source",
      { source: (s) => (s === "web" ? "advert" : s) },
      /^source: (a value that is new|the value that was commonest)/,
    ],
    [
      "a vanished field",
      "source",
      { source: () => null },
      /^source: it is missing in 100 % of leads, and was in 0 %/,
    ],
  ])("names %s", (_, field, change, words) => {
    const report = today(leads(1_000, 3, change));
    expect(alarmOf(report, field)).toBe("alarm");
    expect(report.fields[0]?.field).toBe(field);
    expect(report.fields[0]?.sentence).toMatch(words);
    expect(report.alarm).toBe("alarm");
  });

  test("a smaller move is worth a watch", () => {
    expect(alarmOf(today(leads(3_000, 3, { budget: (b) => 1.25 * b })), "budget")).toBe("watch");
  });

  test("time that passes is no drift of a date, but is of a number that is none", () => {
    const rows = leads(1_000, 4, { older: 400 });
    expect(alarmOf(today(rows), "signed_up")).toBe("none");
    const undated = driftReference(then, chances(then));
    const report = driftOf(undated, { rows, probabilities: chances(rows) });
    expect(alarmOf(report, "signed_up")).toBe("alarm");
  });

  test("scores that move are named", () => {
    const { scores } = today(leads(1_000, 5), 1);
    expect(scores).toMatchObject({ field: "score", alarm: "alarm" });
  });

  test.each([
    [0, "none"],
    [0.04, "watch"],
    [0.1, "alarm"],
  ] as const)("an outcome rate %f above what was foretold is %s", (more, alarm) => {
    const probabilities = new Float64Array(800).fill(0.3);
    const labels = Uint8Array.from({ length: 800 }, (_, i) => (i < 800 * (0.3 + more) ? 1 : 0));
    const { outcomes } = driftOf(reference, {
      rows: [],
      probabilities: new Float64Array(),
      ended: { probabilities, labels },
    });
    expect(outcomes).toMatchObject({ alarm, leads: 800, predicted: expect.closeTo(0.3, 9) });
    expect(outcomes?.sentence).toContain("of 800 leads that ended were won");
  });

  test("nothing at all is no alarm and no NaN", () => {
    const none = new Float64Array();
    const ended = { probabilities: none, labels: new Uint8Array() };
    for (const report of [
      driftOf(driftReference([], none), { rows: [], probabilities: none, ended }),
      driftOf(driftReference([], none), { rows: then, probabilities: chances(then) }),
      driftOf(reference, {
        rows: [{ "field:budget": Number.NaN }],
        probabilities: Float64Array.of(Number.NaN),
      }),
    ]) {
      expect(report.alarm).toBe("none");
      expect(JSON.stringify(report)).not.toMatch(/NaN|"(value|z|low|high)":null/);
    }
  });
});

test("a reference is plain JSON of at most 40 bins a field, however many levels there are", () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    "field:code": `code-${i}`,
    "field:town": `town ${i % 100}`,
    "field:mixed": i % 2 === 0 ? i : "text",
    "field:size": i % 2 === 0 ? Number.POSITIVE_INFINITY : i,
  }));
  const made = driftReference(rows, new Float64Array(5_000).fill(0.5));
  expect(referencePopulation.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  for (const { counts } of [...made.features, made.scores]) {
    expect(counts.length).toBeLessThanOrEqual(40);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5_000);
  }
});
