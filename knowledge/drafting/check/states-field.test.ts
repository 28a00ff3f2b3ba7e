import { expect, test } from "vitest";
import { statesField } from "./states-field.ts";

const field = { title: "Discount", text: "Discount: 12.5 %" };

test.each(["Your discount is 12.5 %.", "Discount: 12.5 %.", "Your discount: 12.5 %"])(
  "“%s” says what the field holds",
  (sentence) => {
    expect(statesField(sentence, field)).toBe(true);
  },
);

test.each([
  "Your discount is 12 %.",
  "Your discount is 12.5 % on everything.",
  "Your discount is not 12.5 %.",
  "The discount of others is 12.5 %.",
  "12.5 %",
])("“%s” says something else", (sentence) => {
  expect(statesField(sentence, field)).toBe(false);
});

test("a fact without a name is no field", () => {
  expect(statesField("12.5 %", { title: "", text: "12.5 %" })).toBe(false);
});
