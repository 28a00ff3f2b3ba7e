import { expect, test } from "vitest";
import type { DraftContent } from "#core/domain/draft.ts";
import { sendingPolicy, userPreferences } from "../settings/settings.ts";
import { content } from "../test-draft.ts";
import { maySendAutomatically } from "./may-send.ts";

interface Case {
  policy?: object;
  preferences?: object;
  content?: Partial<DraftContent>;
  response?: string | null;
  before?: number;
  now?: string;
}
// A Thursday, 10:00 in London and 11:00 in Berlin.
const thursday = "2025-03-06T10:00:00Z";
const verdict = (change: Case = {}) =>
  maySendAutomatically(
    {
      policy: sendingPolicy.parse({ enabled: true, intents: ["pricing"], ...change.policy }),
      preferences: userPreferences.parse({ auto_response_enabled: true, ...change.preferences }),
    },
    {
      content: content({ recipients: { from: null, to: ["bob@x.example"], cc: [] }, ...change.content }),
      response: change.response === undefined ? "Ten euros." : change.response,
    },
    { automaticInThread: change.before ?? 0, messageAt: new Date("2025-03-06T09:30:00Z") },
    new Date(change.now ?? thursday),
  );

test("all conditions hold: it leaves, no sooner than the user wants", () => {
  expect(verdict()).toMatchObject({ send: true, after: new Date(thursday) });
  expect(verdict({ preferences: { response_delay_hours: 4 } })).toMatchObject({
    send: true,
    after: new Date("2025-03-06T13:30:00Z"),
  });
});

test("off unless both the workspace and the user say otherwise", () => {
  expect(sendingPolicy.parse({})).toMatchObject({ enabled: false, intents: [] });
  expect(userPreferences.parse({})).toMatchObject({ auto_response_enabled: false });
});

test.each<[string, Case, RegExp]>([
  ["policy", { policy: { enabled: false } }, /off in this workspace/],
  ["user", { preferences: { auto_response_enabled: false } }, /user has not/],
  ["hand-over", { response: null }, /handed over/],
  ["another intent", { content: { intent: "refund" } }, /intent refund/],
  ["no intent", { content: { intent: null } }, /intent/],
  ["low confidence", { content: { confidence: 0.89 } }, /confidence is 0.89/],
  ["a risk", { content: { risks: [{ kind: "sensitive", severity: "LOW", text: "x" }] } }, /risk: sensitive/],
  ["injection", { content: { injection: { score: 0.2, reasons: ["x"] } } }, /instructions/],
  ["an open question", { content: { questions: [{ text: "x", answered: false }] } }, /question open/],
  ["a placeholder", { response: "[confirm: price]" }, /confirmed/],
  ["its length", { response: "x".repeat(2_001) }, /longer/],
  [
    "several recipients",
    { content: { recipients: { from: null, to: ["a@x.example", "b@x.example"], cc: [] } } },
    /one recipient/,
  ],
  [
    "a copy",
    { content: { recipients: { from: null, to: ["a@x.example"], cc: ["b@x.example"] } } },
    /one recipient/,
  ],
  ["the thread's share", { before: 1 }, /has had its/],
  ["the evening", { now: "2025-03-06T17:00:00Z" }, /working hours/],
  ["the weekend", { now: "2025-03-08T10:00:00Z" }, /working hours/],
  ["the night elsewhere", { policy: { working_hours: { time_zone: "America/New_York" } } }, /working hours/],
  ["a delay into the evening", { preferences: { response_delay_hours: 9 } }, /working hours/],
])("held back by %s", (_, change, reason) => {
  expect(verdict(change)).toMatchObject({ send: false, reason: expect.stringMatching(reason) });
});
