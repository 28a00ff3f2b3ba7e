import { expect, test } from "vitest";
import { funnel } from "./funnel.ts";
import { removalEffect } from "./removal-effect.ts";
import { transitions } from "./transitions.ts";

test("a funnel says which share went on, and how surely", () => {
  const [first, second, third] = funnel([
    { name: "contacted", n: 200 },
    { name: "engaged", n: 50 },
    { name: "offer", n: 10 },
  ]);
  expect(first).toMatchObject({ ofPrevious: null, ofFirst: { share: 1 } });
  // Wilson, z 1.645: centre (.25 + 2.706 / 400) / 1.01353, half 1.623 × √(.1875 / 200 + 2.706 / 160,000).
  expect(second?.ofPrevious).toMatchObject({
    share: 0.25,
    low: expect.closeTo(0.2032, 3),
    high: expect.closeTo(0.3035, 3),
  });
  expect(third).toMatchObject({ ofPrevious: { share: 0.2 }, ofFirst: { share: 0.05 } });
});

test("a funnel bears steps that nobody or more than before reached", () => {
  const steps = [0, 5, 9].map((n) => ({ name: String(n), n }));
  expect(funnel(steps).map(({ ofPrevious, ofFirst }) => [ofPrevious?.share, ofFirst])).toEqual([
    [undefined, null],
    [undefined, null],
    [1, null],
  ]);
  expect(funnel([])).toEqual([]);
});

test("transitions are shares of the steps out of a state", () => {
  const found = transitions([["a", "b", "c"], ["a", "b"], ["a", "c"], ["b"], []]);
  expect(found.map(({ from, to, n, share }) => [from, to, n, share])).toEqual([
    ["a", "b", 2, 2 / 3],
    ["a", "c", 1, 1 / 3],
    ["b", "c", 1, 1],
  ]);
});

test("removing a state costs the conversions that went through it", () => {
  const path = (states: string[], converted: boolean) => ({ states, converted });
  // P(a) = 2/3, then b with 1/2; b always converts: 2/3 × 1/2 + 1/3 = 2/3. Without a 1/3 is left, without b nothing.
  const found = removalEffect([path(["a", "b"], true), path(["a"], false), path(["b"], true)]);
  expect(found.map(({ state, n, effect }) => [state, n, effect])).toEqual([
    ["b", 2, expect.closeTo(1, 9)],
    ["a", 2, expect.closeTo(0.5, 9)],
  ]);
});

test("loops end, and the interval holds the effect", () => {
  const paths = Array.from({ length: 300 }, (_, i) => ({
    states: i % 3 === 0 ? ["call", "mail", "call", "offer"] : ["mail", "mail", "offer"],
    converted: i % 4 === 0,
  }));
  const found = removalEffect(paths);
  expect(found[0]).toMatchObject({ state: "offer", effect: expect.closeTo(1, 6) });
  for (const { effect, low, high } of found) {
    expect(low).toBeLessThanOrEqual(effect + 1e-9);
    expect(high).toBeGreaterThanOrEqual(effect - 1e-9);
  }
  expect(removalEffect(paths)).toEqual(found);
});

test("without conversions there is nothing to lose", () => {
  expect(removalEffect([{ states: ["a"], converted: false }])).toEqual([]);
  expect(removalEffect([])).toEqual([]);
});
