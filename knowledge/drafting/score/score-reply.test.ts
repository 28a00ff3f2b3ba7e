import { describe, expect, test } from "vitest";
import type { DraftRisk } from "#core/domain/draft.ts";
import type { CheckedReply } from "../check/checked-reply.ts";
import { defaultSettings } from "../settings/settings.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { scoreReply } from "./score-reply.ts";

const good: CheckedReply = {
  sentences: [
    { text: "Hello Anna,", citations: [] },
    { text: "The Basic plan costs $49 per month.", citations: ["a:1#0"] },
    { text: "It has room for all of your files.", citations: ["a:1#0"] },
    { text: "Best regards", citations: [] },
  ],
  risks: [],
  questions: [{ text: "How much is it?", answered: true }],
  removed: [],
};
const grave: DraftRisk = { kind: "link", severity: "HIGH", text: "A link." };
const open = { ...good, questions: [{ text: "How much is it?", answered: false }] };
const holed = {
  ...good,
  sentences: [...good.sentences, { text: "It takes [confirm: deadline].", citations: [] }],
};

test("a reply with nothing wrong may be sent, and every criterion is near 1", () => {
  const { quality, suggested_actions, confidence } = score(good);
  expect(suggested_actions).toEqual(["send_response"]);
  expect(Math.min(...Object.values(quality))).toBeGreaterThan(0.9);
  expect(confidence).toBeGreaterThan(0.9);
});

describe("is not sent as it stands", () => {
  test.each([
    ["with a grave risk", { ...good, risks: [grave] }, ["flag_for_review"]],
    ["with a placeholder", holed, ["flag_for_review", "schedule_followup"]],
    ["without a source", { ...good, sentences: good.sentences.slice(0, 1) }, ["flag_for_review"]],
  ])("%s", (_what, checked, actions) => {
    expect(score(checked).suggested_actions).toEqual(expect.arrayContaining(actions));
    expect(score(checked).suggested_actions).not.toContain("send_response");
  });
});

test.each([
  ["an open question", open],
  ["a placeholder", holed],
  ["a risk", { ...good, risks: [grave] }],
  [
    "a sentence taken out",
    { ...good, removed: [{ text: "We are the best.", reason: "nothing supports it" }] },
  ],
])("%s lowers confidence", (_what, checked) => {
  expect(score(checked).confidence).toBeLessThan(score(good).confidence - 0.02);
});

test("an unsure intent and an injection signal lower confidence", () => {
  const of = (intentProbability: number, injection: number) =>
    scoreReply({ thread, checked: good, intent: "pricing", intentProbability, injection }).confidence;
  expect(of(0.4, 0)).toBeLessThan(of(1, 0));
  expect(of(1, 0.9)).toBeLessThan(of(1, 0));
});

test("what rests only on replies to others is less sure", () => {
  const told = (id: string) => ({
    ...good,
    sentences: good.sentences.map((one) => ({ ...one, citations: one.citations.map(() => id) })),
  });
  expect(score(told("r:7")).confidence).toBeCloseTo(0.6 * score(told("a:1#0")).confidence, 9);
});

test("who agrees or wants the contract has come further", () => {
  const asks = {
    ...thread,
    answers: { ...thread.answers, text: "Looks good. Please send us the contract." },
  };
  expect(score(good, asks).suggested_actions).toContain("advance_stage");
  expect(score(good).suggested_actions).not.toContain("advance_stage");
});

const thread: ThreadToAnswer = {
  contact: {
    id: "c1",
    name: "Anna Berg",
    firstName: "Anna",
    company: null,
    assignedTo: null,
    status: "LEAD",
  },
  conversationId: "v1",
  channel: "EMAIL",
  subject: null,
  answers: {
    interactionId: "1",
    text: "How much is it?",
    at: new Date("2026-10-03T09:00:00Z"),
    kind: "personal",
    noAnswer: null,
  },
  messages: [],
  record: [],
  recipients: { from: null, to: [], cc: [] },
  replyTo: { messageId: null, references: [] },
  settings: defaultSettings,
  rules: [],
  sender: { user: "u1", name: null, firstName: null },
};

function score(checked: CheckedReply, of: ThreadToAnswer = thread) {
  return scoreReply({ thread: of, checked, intent: "pricing", intentProbability: 1, injection: 0 });
}
