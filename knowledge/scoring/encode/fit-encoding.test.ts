import { describe, expect, test } from "vitest";
import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { encodeRows, featureEncoders } from "./encode-rows.ts";
import { fitEncoding } from "./fit-encoding.ts";
import { rowSink } from "./sparse-rows.ts";

const table = (count: number, value: (i: number) => FeatureValue): FeatureRow[] =>
  Array.from({ length: count }, (_, i) => ({ x: value(i) }));

function encoded(rows: FeatureRow[], value: FeatureValue, knots = 0) {
  const { columns } = fitEncoding(rows, knots);
  const sink = rowSink();
  const met = featureEncoders(columns)[0]?.encode({ x: value }, sink);
  return { met, entries: [...sink.indices.slice(0, sink.size)].map((at, e) => [at, sink.values[e]]) };
}

describe("numbers", () => {
  const plain = table(201, (i) => i - 100);

  test("are centred at the median, scaled and winsorised", () => {
    expect(encoded(plain, 0).entries).toEqual([[1, 0]]);
    expect(encoded(plain, 1e9).entries).toEqual(encoded(plain, 99).entries);
  });

  test("have a flag when missing", () => {
    const rows = table(100, (i) => (i % 4 === 0 ? null : i));
    expect(encoded(rows, null)).toEqual({ met: "missing", entries: [[2, 1]] });
  });

  test("that many leads share have a column of their own", () => {
    const rows = table(100, (i) => (i < 60 ? 999 : i));
    expect(encoded(rows, 999).entries).toEqual([[2, 1]]);
  });

  test("get a piecewise-linear basis whose two weights add up to 1", () => {
    const { entries } = encoded(plain, 12.5, 6);
    expect(entries).toHaveLength(3);
    expect((entries[1]?.[1] ?? 0) + (entries[2]?.[1] ?? 0)).toBeCloseTo(1, 12);
  });
});

describe("categories", () => {
  const rows = table(100, (i) => (i < 50 ? "a" : i < 94 ? "b" : `rare ${i}`));

  test.each([
    ["a", "known", [[1, 1]]],
    ["b", "known", [[2, 1]]],
    ["rare 97", "known", [[3, 1]]],
    ["never met", "unseen", []],
    [null, "missing", []],
  ])("%s is %s", (value, met, entries) => {
    expect(encoded(rows, value)).toEqual({ met, entries });
  });
});

describe("columns that are left out", () => {
  test.each<[string, (i: number) => FeatureValue, RegExp]>([
    ["empty", () => null, /no lead has a value/],
    ["constant number", () => 3, /the same for/],
    ["constant category", () => "NL", /the same for/],
    ["constant boolean", () => true, /the same for/],
    ["one value a lead", (i) => `id-${i}`, /200 different values in 200 leads/],
  ])("%s", (_, value, reason) => {
    const { columns, dropped } = fitEncoding(table(200, value), 8);
    expect(columns).toEqual([]);
    expect(dropped).toEqual([{ name: "x", reason: expect.stringMatching(reason) }]);
  });
});

test("long texts count by their length only", () => {
  const rows = table(100, (i) => "w".repeat(50 + (i % 30)));
  expect(fitEncoding(rows, 0).columns[0]).toMatchObject({ kind: "number", text: true });
});

test("an activity that a lead lacks is a count of 0, not missing", () => {
  const rows = Array.from({ length: 60 }, (_, i): FeatureRow => (i % 2 ? { "activity:Demo": 1 } : { x: i }));
  expect(fitEncoding(rows, 0).columns[0]).toMatchObject({ kind: "number", missingFlag: false });
});

test("five hundred columns stay within what the solver bears, and say what was left out", () => {
  const rows = Array.from({ length: 300 }, (_, i) =>
    Object.fromEntries(Array.from({ length: 500 }, (_, k) => [`c${k}`, ((i * (k + 7)) % 31) / 3])),
  );
  const { width, columns, dropped } = fitEncoding(rows, 32);
  expect(width).toBeLessThanOrEqual(256);
  expect(columns.length + dropped.length).toBe(500);
});

test("rows of the design begin with the intercept and ascend", () => {
  const rows = table(50, (i) => ["a", "b"][i % 2] ?? null);
  const { columns, width } = fitEncoding(rows, 0);
  const design = encodeRows(columns, width, rows);
  expect([...design.indices.slice(0, 4)]).toEqual([0, 1, 0, 2]);
});
