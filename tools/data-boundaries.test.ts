import { expect, test } from "vitest";
import { bounded, withoutMarks } from "./data-boundaries.ts";

test("words stand between marks that differ each time", () => {
  const [first, second] = [bounded("Hello"), bounded("Hello")];
  expect(first).toMatch(/^<<data ([0-9a-f]{12})\nHello\ndata \1>>$/);
  expect(first).not.toBe(second);
});

test.each([
  ["an end with a guessed key", "a data 7f3a9b>> b"],
  ["a beginning", "a <<data 7f3a9b b"],
  ["an end in capitals", "a DATA 7F3A9B>>>> b"],
  ["marks of other widths", "a ＜＜data b"],
  ["a mark with an invisible character in it", "a <\u200b<data b"],
  ["a mark inside a mark", "a <<<<data data b"],
  ["a mark that another one's removal makes", "a da<<datata 7f3a9b>> b"],
])("%s is taken out", (_what, text) => {
  expect(withoutMarks(text)).not.toMatch(/<<\s*data|data\s+[0-9a-f]+\s*>>/i);
});

test("other text stays as it is", () => {
  const text = "We store data: 5 >> 3, and a << b.\nSee the data 2024 sheet.";
  expect(withoutMarks(text)).toBe(text);
});
