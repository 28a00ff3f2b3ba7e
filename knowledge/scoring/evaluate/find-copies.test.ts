import { describe, expect, test } from "vitest";
import type { FeatureRow } from "../features/feature.ts";
import { findCopies, withoutCopies } from "./find-copies.ts";
import { seededRandom } from "./seeded-random.ts";

type Draw = (random: () => number, i: number) => FeatureRow;

function drawn(count: number, draw: Draw) {
  const random = seededRandom(7);
  const rows = Array.from({ length: count }, (_, i) => draw(random, i));
  return { rows, labels: Uint8Array.from(rows, () => (random() < 0.4 ? 1 : 0)) };
}

function copiesOf({ rows, labels }: ReturnType<typeof drawn>): number {
  return labels.length - withoutCopies(findCopies(rows, labels)).length;
}

function twice({ rows, labels }: ReturnType<typeof drawn>): ReturnType<typeof drawn> {
  return {
    rows: [...rows, ...rows.map((row) => ({ ...row }))],
    labels: Uint8Array.from([...labels, ...labels]),
  };
}

const level = (random: () => number, of: number) => `level ${Math.floor(of * random())}`;
const fine: Draw = (r) => ({
  budget: Math.floor(10_000 * r()),
  city: level(r, 40),
  size: level(r, 5),
  new: r() < 0.5,
});

describe("copies", () => {
  test("of a whole table are found, each with the first that is the same", () => {
    const table = twice(drawn(600, fine));
    expect([...findCopies(table.rows, table.labels)]).toEqual([...Array(1_200).keys()].map((i) => i % 600));
  });

  test("of some leads are found", () => {
    const { rows, labels } = twice(drawn(600, fine));
    expect(copiesOf({ rows: rows.slice(0, 640), labels: labels.slice(0, 640) })).toBe(40);
  });

  test("under other names are found", () => {
    const table = twice(drawn(600, fine));
    expect(copiesOf({ ...table, rows: table.rows.map((row, i) => ({ ...row, code: `code ${i}` })) })).toBe(
      600,
    );
  });

  test("have the same outcome", () => {
    const table = twice(drawn(600, fine));
    expect(copiesOf({ ...table, labels: table.labels.map((y, i) => (i < 600 ? y : 1 - y)) })).toBe(0);
  });
});

test.each<[string, Draw]>([
  ["two coarse categories", (r) => ({ industry: level(r, 5), size: level(r, 4) })],
  ["a column of few numbers", (r) => ({ age: Math.floor(60 * r()) })],
  ["as many cells as leads", (r) => ({ a: level(r, 10), b: level(r, 10), c: level(r, 10) })],
  [
    "columns that follow from another",
    (r) => {
      const city = Math.floor(50 * r());
      return { city: `${city}`, region: `${city % 10}`, industry: level(r, 10) };
    },
  ],
  ["leads of which nothing is known", (r, i) => (i % 3 ? {} : fine(r, i))],
  ["no column at all", () => ({})],
])("leads that happen to be alike are (nearly) none: %s", (_, draw) => {
  expect(copiesOf(drawn(900, draw))).toBeLessThan(5);
});
