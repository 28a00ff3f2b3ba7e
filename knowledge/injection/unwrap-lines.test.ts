import { expect, test } from "vitest";
import { unwrapped } from "./unwrap-lines.ts";

const long = "The shipment that we were promised for the end of";

test.each([
  [`${long} March\nhas not arrived.`, `${long} March has not arrived.`],
  [`> ${long} March\n> has not arrived.`, `${long} March has not arrived.`],
  ["Hi Ann,\nit arrived.", "Hi Ann,\nit arrived."],
  [`${long} March\n- chairs`, `${long} March\n- chairs`],
  [`${long} March\n\nSecond paragraph`, `${long} March\n\nSecond paragraph`],
])("%j", (text, joined) => {
  expect(unwrapped(text).trim()).toBe(joined);
});
