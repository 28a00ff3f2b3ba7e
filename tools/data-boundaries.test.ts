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
  ["a mark in a mark with spaces", "a << <<data data b"],
  ["a mark that another one's removal makes", "a da<<datata 7f3a9b>> b"],
])("%s is taken out", (_what, text) => {
  expect(withoutMarks(text)).not.toMatch(/<<\s*data|data\s+[0-9a-f]+\s*>>/i);
});

/** With a pattern that reads a run again from each of its places these take minutes. */
test.each([
  ["runs of marks and spaces", `${"‹".repeat(50_000)}${" ".repeat(50_000)}`.replaceAll("‹", "<")],
  ["spaces with invisible characters", `<<${" \u200b".repeat(50_000)}`],
  ["marks without an end", "<< ".repeat(33_333)],
  ["digits and spaces", `data ${"a".repeat(50_000)}${" ".repeat(50_000)}`],
  ["marks inside marks", `${"<<da".repeat(12_500)}<<data${"ta".repeat(25_000)}`],
  ["accents without end", "\u0301\u0316".repeat(50_000)],
])("100,000 crafted characters are soon read: %s", (_what, text) => {
  const start = performance.now();
  withoutMarks(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test("other text stays as it is", () => {
  const text = "We store data: 5 >> 3, and a << b.\nSee the data 2024 sheet.";
  expect(withoutMarks(text)).toBe(text);
});
