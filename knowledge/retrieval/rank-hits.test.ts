import { expect, test } from "vitest";
import { rankHits } from "./rank-hits.ts";
import { testHit } from "./test-hit.ts";

const now = new Date("2025-06-30T00:00:00Z");
const request = { text: "price", limit: 10 };
const nos = (hits: { no: number }[]) => hits.map(({ no }) => no);

test("keeps the order, and no more than were wanted", () => {
  expect(nos(rankHits([testHit(1), testHit(2), testHit(3)], { ...request, limit: 2 }, now))).toEqual([1, 2]);
});

test("with a half-life, a passage that is one older counts half", () => {
  const old = testHit(1, { score: 0.9, at: new Date("2025-05-31T00:00:00Z") });
  const recent = testHit(2, { score: 0.5, at: now });
  const [first, second] = rankHits([old, recent], { ...request, recencyHalfLifeDays: 30 }, now);
  expect([first?.no, second?.no]).toEqual([2, 1]);
  expect(second?.score).toBeCloseTo(0.45, 12);
});

test("articles do not age, and what is dated later than now counts as new", () => {
  const article = testHit(1, { kind: "article", score: 0.4, at: new Date("2001-01-01T00:00:00Z") });
  const planned = testHit(2, { score: 0.3, at: new Date("2031-01-01T00:00:00Z") });
  const ranked = rankHits([article, planned], { ...request, recencyHalfLifeDays: 1 }, now);
  expect(ranked.map(({ score }) => score)).toEqual([0.4, 0.3]);
});

test("when asked, leaves out what nearly repeats a better placed passage", () => {
  const text = "The annual licence costs forty euros per seat and month for teams above twenty people";
  const hits = [
    testHit(1, { text }),
    testHit(2, { text: `${text}.` }),
    testHit(3, { text: "We deliver on Thursdays only" }),
  ];
  expect(nos(rankHits(hits, { ...request, diverse: true }, now))).toEqual([1, 3]);
  expect(nos(rankHits(hits, request, now))).toEqual([1, 2, 3]);
});
