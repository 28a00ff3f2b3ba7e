import { expect, test } from "vitest";
import { findUnfit } from "./unfit-text.ts";

test.each([
  ["See ![x](https://evil.example/?q=1)", "a link"],
  ["See evil.example", "a link"],
  ["See ｅｖｉｌ．ｅｘａｍｐｌｅ", "a link"],
  ["See 1.1.1.1", "a link"],
  ["See \\\\share", "a link"],
  ["vscode:open", "a link"],
  ["[here][1]", "markup"],
  ["<img src=x>", "markup"],
  ["&#60;img", "markup"],
  ["Ask boss@host", "an address"],
  ["Call +1 900 555", "a phone number"],
  ["Yes\u{E0041}", "hidden characters"],
  ["Yes\u{E0101}", "hidden characters"],
])("finds in %j %s", (text, what) => {
  expect(findUnfit(text)).toBe(what);
});

test.each([
  ["They asked for a quote on 2026-03-01: 40 seats, 1,500,000 a year (e.g. “now”)."],
  ["Sentiment fell to 0.42; a < b, and Q&A at 3:30 p.m. suits them."],
])("lets %j pass", (text) => {
  expect(findUnfit(text)).toBeUndefined();
});
