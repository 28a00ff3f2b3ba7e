import { expect, test } from "vitest";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { characteristicTerms } from "./characteristic-terms.ts";

const counts = (terms: Record<string, number>) => new Map(Object.entries(terms));

test("by hand: two terms, the prior is a twentieth of all", () => {
  // All 200, prior 10: "price" 60 of both gives 3, "demo" 140 gives 7.
  const [first, second] = characteristicTerms(
    counts({ price: 40, demo: 60 }),
    counts({ price: 20, demo: 80 }),
  );
  const difference = Math.log(43 / 67) - Math.log(23 / 87);
  expect(first).toMatchObject({ term: "price", now: 40, before: 20 });
  expect(first?.z).toBeCloseTo(difference / Math.sqrt(1 / 43 + 1 / 23), 10);
  expect(second?.z).toBeLessThan(0);
});

test("nothing, and a term that is new", () => {
  expect(characteristicTerms(new Map(), new Map())).toEqual([]);
  const [first] = characteristicTerms(counts({ gdpr: 30, demo: 100 }), counts({ demo: 100 }));
  expect(first).toMatchObject({ term: "gdpr", before: 0 });
  expect(first?.z).toBeGreaterThan(2);
});

test("of what did not change hardly a term passes four standard errors", () => {
  const random = seededRandom(7);
  const draw = () => {
    const drawn = new Map<string, number>();
    for (let n = 0; n < 20_000; n++) {
      const term = `t${Math.floor(500 * random() ** 2)}`;
      drawn.set(term, (drawn.get(term) ?? 0) + 1);
    }
    return drawn;
  };
  const passing = Array.from(
    { length: 20 },
    () => characteristicTerms(draw(), draw()).filter(({ z }) => z >= 4).length,
  );
  expect(passing.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(1);
});
