import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

test.each([
  ["a short text", "  one\n two ", 7, "one two"],
  ["a long text", "one two three", 7, "one two…"],
  ["an emoji behind the cut", "one 😀", 4, "one …"],
  ["an emoji across the cut", "one 😀", 5, "one …"],
  ["an emoji before the cut", "one 😀 two", 6, "one 😀…"],
])("%s stands on one line, whole characters only", (_what, text, length, shown) => {
  expect(shorten(text, length)).toBe(shown);
});
