import { expect, test } from "vitest";
import { gainsBound } from "./conditions.ts";

const weeks = "Delivery takes two weeks.";

test.each([
  ["Delivery takes less than two weeks.", weeks, true],
  ["Delivery takes two weeks at most.", weeks, true],
  ["Delivery takes two weeks or less.", weeks, true],
  ["You get more than two weeks.", "You get two weeks.", true],
  ["Lieferung in weniger als two weeks.", weeks, true],
  ["Delivery takes two weeks.", weeks, false],
  ["Delivery takes less than two weeks.", "Delivery takes up to two weeks.", false],
  ["Delivery takes two weeks at most.", "We deliver within two weeks.", false],
])("%s of %s gains a bound: %s", (claim, source, gains) => {
  const from = claim.indexOf("two weeks");
  expect(gainsBound(claim, { from, to: from + "two weeks".length }, source)).toBe(gains);
});
