import { expect, test } from "vitest";
import { referenceTokens } from "./analyse.ts";
import { referenceBm25 } from "./bm25.ts";

test("words are folded to lower case, stemmed and rid of stop words", () => {
  expect(referenceTokens("The Runners were running to 3 cities.")).toEqual(["runner", "run", "3", "citi"]);
});

test("a rare word counts for more than a common one, and a short text for more than a long one", () => {
  const search = referenceBm25([
    { id: "long", text: "price price list of the whole shop with many further words about it" },
    { id: "short", text: "price list" },
    { id: "rare", text: "zebra list" },
  ]);
  expect(search("list zebra", 3)[0]).toBe("rare");
  expect(search("list", 3)).toEqual(["short", "rare", "long"]);
  expect(search("zebra", 3)).toEqual(["rare"]);
  expect(search("unicorn", 3)).toEqual([]);
});

test("the limit holds", () => {
  const search = referenceBm25(["a", "b", "c"].map((id) => ({ id, text: "word" })));
  expect(search("word", 2)).toEqual(["a", "b"]);
});
