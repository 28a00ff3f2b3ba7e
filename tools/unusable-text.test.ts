import { expect, test } from "vitest";
import { unusableText } from "./unusable-text.ts";

const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

test.each([
  ["a long text", { note: ["x".repeat(50_001)] }, "longer than 50000"],
  ["a long name", { ["x".repeat(50_001)]: 1 }, "longer than 50000"],
  ["a character that cannot be stored", { a: { b: "c\0d" } }, "U+0000"],
  ["nesting that would end any recursion", { a: nested(100_000) }, "nested"],
])("%s is named", (_what, input, expected) => {
  expect(unusableText(input)).toContain(expected);
});

test.each([
  ["the longest text", { note: "x".repeat(50_000) }],
  ["some nesting", nested(20)],
  ["what is no text", { at: new Date(), n: 1, none: null, missing: undefined }],
])("%s is let through", (_what, input) => {
  expect(unusableText(input)).toBeUndefined();
});
