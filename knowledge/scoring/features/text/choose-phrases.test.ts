import { expect, test } from "vitest";
import { phraseCounter } from "./choose-phrases.ts";

const leads = 700;

function counted(textOf: (i: number) => string, count = leads) {
  const counter = phraseCounter();
  for (let i = 0; i < count; i++) counter.add([textOf(i)]);
  return counter;
}
const none: ReadonlySet<string> = new Set();
const one = (i: number, in_: number, text: string) => (i % in_ === 0 ? text : "");

test("takes what between 2 and 60 % of the leads say, the commonest first, and pairs of words", () => {
  const counter = counted(
    (i) =>
      `we need a website${one(i, 3, " and the booking calendar")}${one(i, 10, " with invoices")}${one(i, 100, " by fax")}`,
  );
  expect(counter.choose(none)).toEqual(["booking", "booking calendar", "calendar", "invoices"]);
});

test("takes nothing of too few leads", () => {
  expect(counted((i) => `we need ${one(i, 3, "invoices")}`, 599).choose(none)).toEqual([]);
});

test("takes no names: known ones, capitalised ones, and whoever is greeted", () => {
  const counter = counted(
    (i) =>
      `we need it. ${one(i, 3, "hi bob, we met with Carla at the fair, and dora sent the invoices to us\nCarla")}`,
  );
  expect(counter.choose(new Set(["dora"]))).toEqual(["fair", "invoices", "met"]);
});

test("takes at most sixty, and a few more of those that were learned before", () => {
  const letters = "abcdefghij";
  const word = (n: number) => `x${letters[Math.floor(n / 10)]}${letters[n % 10]}z`;
  const counter = counted((i) =>
    i % 2 ? `we ${Array.from({ length: 80 }, (_, n) => word(n)).join(" and ")}` : "we need it",
  );
  expect(counter.choose(none)).toHaveLength(60);
  expect(counter.choose(none, new Set([word(79), "unheard"]))).toHaveLength(61);
});
