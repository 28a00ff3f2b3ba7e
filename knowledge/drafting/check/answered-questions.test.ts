import { expect, test } from "vitest";
import { answerQuestions } from "./answered-questions.ts";

test.each([
  ["Can the portal talk to SAP?", "We can connect to SAP.", true],
  ["Can the portal talk to SAP?", "We can connect to Slack.", false],
  ["Do you take PayPal for the blue lamp?", "Yes, we accept PayPal and bank transfer.", true],
  ["Do you take PayPal for the blue lamp?", "Our office is by the river.", false],
  ["How much is the lamp?", "Yes, the lamp is blue.", false],
])("%s %s %s", (question, answer, answered) => {
  const [one] = answerQuestions([question], [{ text: answer, support: answer }]);
  expect(one?.answered).toBe(answered);
});
