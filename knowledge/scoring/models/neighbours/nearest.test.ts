import { expect, test } from "vitest";
import { randomNumbers } from "../../training/synthetic-leads.ts";
import { cloudOf, inOrder, nearest, wonAmong } from "./nearest.ts";

test.each([
  [1, 50, 3],
  [4, 300, 25],
  [4, 10, 40],
  [0, 20, 5],
])("in %d dimensions finds of %d points the %d nearest, as looking at each would", (width, count, k) => {
  const random = randomNumbers(width + count);
  const vectors = Float32Array.from({ length: count * width }, () => random() - 0.5);
  const labels = Uint8Array.from({ length: count }, () => (random() < 0.4 ? 1 : 0));
  const cloud = cloudOf(vectors, width, labels);
  for (let trial = 0; trial < 20; trial++) {
    const lead = Float64Array.from({ length: width }, () => 1.5 * random() - 0.75);
    const squared = Array.from({ length: count }, (_, i) =>
      lead.reduce((sum, x, a) => sum + (x - (vectors[i * width + a] ?? 0)) ** 2, 0),
    ).sort((a, b) => a - b);
    const found = nearest(cloud, { values: lead, from: 0 }, k);
    const distances = [...found.distances].sort((a, b) => a - b);
    expect(distances).toHaveLength(Math.min(k, count));
    distances.forEach((distance, i) => {
      expect(distance).toBeCloseTo(squared[i] ?? 0, 9);
    });
    expect(new Set(found.places).size).toBe(distances.length);
    expect(wonAmong(cloud, found)).toBe(inOrder(found).filter((place) => cloud.labels[place] === 1).length);
  }
});

test("gives the nearest first", () => {
  const cloud = cloudOf(Float32Array.of(5, 1, 3, 2), 1, Uint8Array.of(0, 1, 0, 0));
  const found = nearest(cloud, { values: [0], from: 0 }, 3);
  expect([...inOrder(found)].map((place) => cloud.vectors[place])).toEqual([1, 2, 3]);
});
