import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

const before = "We spoke about the weather. ".repeat(40);
const after = " Then we went for lunch.".repeat(40);

test("a short text stays whole, on one line", () => {
  expect(excerpt("The  price\nis 40.", "price", 600)).toBe("The price is 40.");
});

test("the part with most of the question's words is shown", () => {
  const text = `The price came up. ${before}The price of the loom is 40 euros a month.${after}`;
  const shown = excerpt(text, "What is the monthly price of the loom?", 200);
  expect(shown).toContain("price of the loom is 40 euros");
  expect(shown.length).toBeLessThanOrEqual(202);
  expect(shown).toMatch(/^…\S.*…$/);
});

test.each(["zebra", "", "?!"])("without any of its words (%j) the beginning is shown", (question) => {
  expect(excerpt(before + after, question, 100)).toBe(`${before.slice(0, 100)}…`);
});
