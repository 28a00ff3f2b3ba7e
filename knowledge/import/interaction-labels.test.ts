import { expect, test } from "vitest";
import { directionOf, kindOf } from "./interaction-labels.ts";

test.each([
  ["Email", "EMAIL", "EMAIL"],
  ["EMAIL_SENT", "EMAIL", "EMAIL"],
  ["Phone call", "PHONE_CALL", "PHONE"],
  ["linkedinMessage", "SOCIAL_MEDIA", "LINKEDIN"],
  ["Live chat", "CHAT", "CHAT"],
  ["Meeting", "MEETING", null],
  ["in person", "MEETING", "IN_PERSON"],
  ["Form submission", "FORM_SUBMISSION", "WEBSITE"],
  ["website visit", "WEBSITE_VISIT", "WEBSITE"],
  ["A_SUBMITTED", null, null],
  ["X_CLOSED", null, null],
  ["Proposal sent", null, null],
  ["Email about the call", null, null],
  ["", null, null],
])("%s is %s over %s", (label, type, channel) => {
  expect(kindOf(label)).toEqual({ type, channel });
});

test.each([
  ["Inbound", "INBOUND"],
  ["received", "INBOUND"],
  ["OUT", "OUTBOUND"],
  ["sideways", null],
])("%s goes %s", (word, direction) => {
  expect(directionOf(word)).toBe(direction);
});
