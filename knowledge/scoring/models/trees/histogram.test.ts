import { expect, test } from "vitest";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import { binRows } from "./binned-rows.ts";
import { fitColumns } from "./fit-columns.ts";
import { gradientsOf, updateGradients } from "./gradients.ts";
import { buildHistogram, emptyHistogram, subtractHistogram } from "./histogram.ts";

const random = randomNumbers(5);
// More rows than are summed at a time, and odds from sure to hopeless.
const rows = Array.from({ length: 10_000 }, () => ({ a: Math.floor(300 * random()), b: random() < 0.5 }));
const labels = Uint8Array.from(rows, () => (random() < 0.2 ? 1 : 0));
const { table } = binRows(rows, fitColumns(rows).columns);
const gradients = gradientsOf(rows.length);
const everyone = Int32Array.from(rows.keys());
updateGradients(
  gradients,
  everyone,
  Float64Array.from(rows, () => Math.exp(16 * random() - 8)),
  labels,
);

function histogramOf(members: Int32Array) {
  const bins = table.starts[table.columns.length] ?? 0;
  const histogram = emptyHistogram(bins);
  buildHistogram(histogram, table, members, gradients.packed, new Float64Array(bins));
  return histogram;
}

test("sums gradients by bin, rounded to less than matters", () => {
  const { g, h } = histogramOf(everyone);
  const start = table.starts[1] ?? 0;
  for (const bin of [0, 1]) {
    const members = everyone.filter((r) => table.bins[1]?.[r] === bin);
    const sumG = members.reduce((sum, r) => sum + (gradients.g[r] ?? 0), 0);
    const sumH = members.reduce((sum, r) => sum + (gradients.h[r] ?? 0), 0);
    expect(Math.abs((g[start + bin] ?? 0) - sumG)).toBeLessThan(0.02);
    expect(Math.abs((h[start + bin] ?? 0) - sumH)).toBeLessThan(0.01);
  }
});

test("is the same in every order of rows, to the last bit", () => {
  expect(histogramOf(everyone.toReversed())).toEqual(histogramOf(everyone));
});

test("the whole without a part is the rest, to the last bit", () => {
  const whole = histogramOf(everyone);
  subtractHistogram(whole, histogramOf(everyone.filter((r) => r % 3 === 0)));
  expect(whole).toEqual(histogramOf(everyone.filter((r) => r % 3 !== 0)));
});

test("stays exact where many rows with the greatest weight share a bin", () => {
  const alike = Array.from({ length: 40_000 }, (_, i) => ({ b: i % 2 === 0 }));
  const { table } = binRows(alike, fitColumns(alike).columns);
  const gradients = gradientsOf(alike.length);
  const members = Int32Array.from(alike.keys());
  updateGradients(gradients, members, new Float64Array(alike.length).fill(1), new Uint8Array(alike.length));
  const histogram = emptyHistogram(3);
  buildHistogram(histogram, table, members, gradients.packed, new Float64Array(3));
  expect([...histogram.g]).toEqual([10_000, 10_000, 0]);
  expect([...histogram.h]).toEqual([5000, 5000, 0]);
});
