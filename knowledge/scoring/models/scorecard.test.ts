import { expect, test } from "vitest";
import { scorecardOf } from "./scorecard.ts";

const busy = { inbound: 3, days_since_inbound: 2, meetings: 1, unanswered_outbound: 0 };

test.each([
  ["a reply long ago", { ...busy, days_since_inbound: 90 }],
  ["fewer replies", { ...busy, inbound: 1 }],
  ["no meeting", { ...busy, meetings: 0 }],
  ["messages in vain", { ...busy, unanswered_outbound: 4 }],
])("%s costs points", (_, row) => {
  const sum = (lead: typeof busy) =>
    scorecardOf()
      .score(lead)
      .points.reduce((a, b) => a + b, 0);
  expect(sum(row)).toBeLessThan(sum(busy));
});

test("a lead without any contact gets no points", () => {
  const silent = { inbound: 0, meetings: 0, unanswered_outbound: 0, our_response_hours: 2 };
  const { points, known } = scorecardOf().score(silent);
  expect([...points, ...known]).toEqual(new Array(12).fill(0));
});

test("judges by the given sources alone", () => {
  const scorecard = scorecardOf(["field:meetings", "meetings", "interactions"]);
  expect(scorecard.sources).toEqual(["meetings"]);
  expect([...scorecard.score({ inbound: 9, meetings: 2 }).points]).toEqual([1.2]);
});
