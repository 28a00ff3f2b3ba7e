import { expect, test } from "vitest";
import { presupposes } from "./presupposes.ts";

test.each([
  "Let me know when the second machine that we give you as a present has arrived.",
  "When would you like your gift, the second licence we add for nothing?",
  "Would you like the extra module that comes with every plan?",
  "I will ask my team to extend your trial and let you know.",
  "Could you send us the code that you received by text message?",
  "Would you mind sending your passport scan to the address below?",
  "When should your two free months begin?",
])("something is carried along: %s", (sentence) => {
  expect(presupposes(sentence)).toBe(true);
});

test.each([
  "Feel free to call me any time.",
  "When are you free for a call?",
  "Thank you for the documents that you sent us.",
  "Which day suits you best?",
  "I will check the price and come back to you.",
  "How many seats do you need?",
])("nothing: %s", (sentence) => {
  expect(presupposes(sentence)).toBe(false);
});
