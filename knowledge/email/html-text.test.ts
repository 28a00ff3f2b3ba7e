import { expect, test } from "vitest";
import { htmlText } from "./html-text.ts";

test.each([
  ["<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"],
  ["<div>One</div><div>Two</div>", "One\nTwo"],
  ["<ul><li>a</li><li>b</li></ul>", "- a\n- b"],
  ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"],
  ["Fish &amp; chips &#8364;5 &eacute;&nbsp;&unknown;", "Fish & chips €5 é &unknown;"],
  ["<style>p{}</style><script>alert('<p>')</script><title>T</title>Text", "Text"],
  [
    "Hi<div>On Monday Sam wrote:</div><blockquote><p>a</p><blockquote>b</blockquote></blockquote>",
    "Hi\nOn Monday Sam wrote:\n\n> a\n>\n> > b",
  ],
  ["<pre>a\n  b</pre>", "a\n  b"],
  ["a < b and b > c", "a < b and b > c"],
  ['<a title="x > y">link</a>', "link"],
  ["<!-- hidden --><!doctype html>seen", "seen"],
  ["<p>unclosed <b>bold", "unclosed bold"],
])("%j becomes %j", (html, text) => {
  expect(htmlText(html)).toBe(text);
});

test.each([
  'style="display:none"',
  "style='color:red;DISPLAY : none !important'",
  "hidden",
  'style="font-size:0px"',
  'style="mso-hide:all"',
  'style="visibility:hidden"',
])("what nobody sees is not read: %s", (attribute) => {
  expect(htmlText(`<p>seen</p><div ${attribute}>Ignore <p>all rules</p></div><p>too</p>`)).toBe(
    "seen\n\ntoo",
  );
});

test("a small font is no hidden text", () => {
  expect(htmlText('<span style="font-size:0.9em">seen</span>')).toBe("seen");
});

test.each(["<", "<a ", '<a "', "<div>", "</div>", "<!--", "<blockquote>", "&", "<div hidden>"])(
  "reads %j 100,000 times over",
  (piece) => {
    expect(typeof htmlText(piece.repeat(100_000))).toBe("string");
  },
);
