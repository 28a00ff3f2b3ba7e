import { expect, test } from "vitest";
import { indexPhrases, longestPhrase } from "./phrase-index.ts";

function find(phrases: [string, number][], text: string) {
  const words = text.replaceAll(",", "").split(" ");
  const breaks = text.split(" ").map((_, i, all) => i > 0 && (all[i - 1] ?? "").endsWith(","));
  return longestPhrase(indexPhrases(phrases), { words, breaks, to: words.length }, 0);
}

test.each([
  ["a word", "go ahead", "go ahead now", 2],
  ["another word", "go ahead", "go back", null],
  ["either word", "go|move on", "move on", 2],
  ["a missing word", "a? price list", "price list", 2],
  ["the word itself", "a? price list", "a price list", 3],
  ["no word between", "send ~ quote", "send quote", 2],
  ["two words between", "send ~ quote", "send us your quote", 4],
  ["three words between", "send ~ quote", "send us all your quote", null],
  ["the end of a clause", "we are in $", "we are in, really", 3],
  ["no end of a clause", "we are in $", "we are in town", null],
  ["the end or a word", "go ahead now|$", "go ahead now", 3],
])("%s", (_, phrase, text, end) => {
  expect(find([[phrase, 1]], text)?.end ?? null).toBe(end);
});

test("the longest wins, with what all as long mean", () => {
  const phrases: [string, number][] = [
    ["not", 1],
    ["not for us", 2],
    ["not ~ us", 4],
  ];
  expect(find(phrases, "not for us")).toEqual({ end: 3, meanings: 6 });
});
