import { expect, test } from "vitest";
import { hidePrivate } from "./hide-private.ts";

const draft = {
  explanation:
    "The lead scores 14. For it: owner (Eve Owner), backup (eve@example.com), at night (+44 20 7946 0018).",
  recommendations: ["Ask Eve Owner (expected +3.2 points)"],
};

test("hides given values, addresses and phone numbers, and puts them back", () => {
  const { draft: hidden, restore } = hidePrivate(draft, ["Eve", "Eve Owner", "not in it"]);
  expect(JSON.stringify(hidden)).not.toMatch(/Eve|eve|7946/);
  expect(hidden.recommendations).toEqual([
    expect.stringMatching(/^Ask \[hidden \d] \(expected \+3\.2 points\)$/),
  ]);
  expect(restore(hidden.explanation)).toBe(draft.explanation);
});

test("leaves a draft without such alone", () => {
  const plain = { explanation: "The lead scores 14.", recommendations: ["Call (expected +3.2 points)"] };
  expect(hidePrivate(plain, ["Ada"]).draft).toEqual(plain);
});
