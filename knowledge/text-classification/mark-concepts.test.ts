import { expect, test } from "vitest";
import { conceptMarker } from "./mark-concepts.ts";

const mark = conceptMarker({
  price: ["price", "kost*", "$"],
  move: ["push * back", "cant make"],
});

test.each([
  ["What PRICE?", ["price"]],
  ["Was kostet das", ["price"]],
  ["$40", ["price"]],
  ["we push the meeting back", ["move"]],
  ["push back", ["move"]],
  ["push it far too much further away back", []],
  ["I can’t make it, what's the price", ["move", "price"]],
  ["prices", []],
])("%s", (sentence, concepts) => {
  expect(mark(sentence)).toBe([sentence, ...concepts.map((name) => `qq${name}`)].join(" "));
});
