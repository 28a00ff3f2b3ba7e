import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { findOpportunities } from "./find-opportunities.ts";
import { addContacts, type TestContact, type TestTouch, testNow } from "./test-workspace.ts";

const question: TestTouch = {
  daysAgo: 3,
  text: "Thanks, how are you? Does the plan include training? We need it.",
};
const lead = (name: string, touches: readonly TestTouch[], more: Partial<TestContact> = {}): TestContact => ({
  name,
  score: 0.9,
  assignedTo: "rep",
  touches: [{ daysAgo: 5, side: "out", text: "Here is our offer." }, ...touches],
  ...more,
});

const contacts: TestContact[] = [
  lead("asks", [question]),
  lead("asks twice", [{ daysAgo: 4, text: "Does it run on Linux?" }, question], { score: 0.95 }),
  lead("waits", [{ daysAgo: 2, text: "I have read your offer." }], { score: 0.8, assignedTo: "other" }),
  lead("missed call after", [question, { daysAgo: 2, type: "PHONE_CALL", outcome: "missed" }]),
  lead("machine answered", [
    question,
    { daysAgo: 2.99, side: "out", subject: "Automatic reply: training", text: "Away." },
  ]),
  lead("receipt", [
    question,
    { daysAgo: 2.99, side: "out", text: "We have received your message and will get back to you." },
  ]),
  lead("reached by email before the future", [question, { daysAgo: -1, side: "out", text: "Yes, it does." }]),
  lead("cold asks", [question], { score: 0.1 }),
  lead("customer asks", [question], { status: "CUSTOMER", ended: [["won", 100]] }),
  // Near-misses.
  lead("answered", [question, { daysAgo: 2, side: "out", text: "Yes, it does." }]),
  lead("answered by phone", [question, { daysAgo: 2, side: "out", type: "PHONE_CALL" }]),
  lead("we spoke", [question, { daysAgo: 2, type: "PHONE_CALL", outcome: "connected" }]),
  lead("met", [question, { daysAgo: 2, side: null, type: "MEETING" }]),
  lead("answered by whom we do not know", [question, { daysAgo: 2, side: null, text: "Yes." }]),
  lead("out of office", [{ daysAgo: 2, text: "I am out of the office until Monday. Need help? Call Bob." }]),
  lead("opened our email", [{ daysAgo: 2, activity: "Email Opened" }]),
  lead("visited", [{ daysAgo: 2, type: "WEBSITE_VISIT" }]),
  lead("lost since", [question], { ended: [["lost", 1]] }),
  lead("inactive", [question], { status: "INACTIVE" }),
  lead("asked just now", [{ daysAgo: 0.01, text: "When can we start?" }]),
  lead("asks in the future", [{ daysAgo: -2, text: "When can we start?" }]),
  lead("asked long ago", [{ daysAgo: 300, text: "When can we start?" }], {
    touches: [{ daysAgo: 300, text: "When?" }],
  }),
  lead("cold waits", [{ daysAgo: 2, text: "I have read it." }], { score: 0.1 }),
];

let us: Principal;
let ids: Map<string, string>;

beforeAll(async () => {
  us = await freshWorkspace();
  ids = await addContacts(us, contacts);
  await addContacts(await freshWorkspace(), [lead("of another workspace", [question])]);
});

const find = (kinds: Parameters<typeof findOpportunities>[2]["kinds"], more: object = {}, who = us) =>
  testDatabase().readTenant(who.tenant.id, (tx) =>
    findOpportunities(tx, who, { kinds, asOf: testNow, past: false, ...more }),
  );
const names = async (kind: "hot_unanswered" | "unanswered_questions", more: object = {}) =>
  (await find([kind], more)).lists.get(kind)?.opportunities.map(({ name }) => name) ?? [];

test("hot leads that nobody answered, best first, then who has waited longest", async () => {
  const found = await names("hot_unanswered");
  expect(found[0]).toBe("asks twice");
  expect(found.at(-1)).toBe("waits");
  expect(found.toSorted()).toEqual([
    "asks",
    "asks twice",
    "machine answered",
    "missed call after",
    "reached by email before the future",
    "receipt",
    "waits",
  ]);
});

test("questions that nobody answered, cold leads' and customers' too", async () => {
  expect((await names("unanswered_questions")).toSorted()).toEqual([
    "asks",
    "asks twice",
    "cold asks",
    "customer asks",
    "machine answered",
    "missed call after",
    "reached by email before the future",
    "receipt",
  ]);
});

test("a rep's own contacts only", async () => {
  expect(await names("hot_unanswered", { assignedTo: "other" })).toEqual(["waits"]);
  expect(await names("unanswered_questions", { assignedTo: "other" })).toEqual([]);
});

test("each with its messages, sentence, numbers and reason", async () => {
  const { lists, notes } = await find(["hot_unanswered"]);
  const { opportunities, total } = lists.get("hot_unanswered") ?? { opportunities: [], total: null };
  expect(opportunities[0]).toMatchObject({
    contactId: ids.get("asks twice"),
    externalId: "x-asks twice",
    score: 95,
    band: "A",
    since: new Date(testNow.getTime() - 4 * 86_400_000),
    quote: "Does the plan include training?",
    reason:
      "Scores 95 of 100 (band A); has waited 4 days for an answer to 2 messages, the last of 2025-06-27.",
    numbers: { waitingDays: 4, messages: 2 },
  });
  expect(opportunities[0]?.messageIds).toHaveLength(2);
  expect(total).toEqual({ count: 7, exact: true });
  expect(notes).toEqual(["1 contacts wrote last more than 180 days ago, and are left out."]);
});

test("an earlier moment knows only what came before it", async () => {
  const asOf = new Date(testNow.getTime() - 2.5 * 86_400_000);
  const { lists, notes } = await find(["unanswered_questions"], { asOf, past: true });
  const found = lists.get("unanswered_questions")?.opportunities.map(({ name }) => name) ?? [];
  expect(found).toContain("answered by phone");
  expect(found).toContain("lost since");
  expect(notes.at(-1)).toContain("those of that moment");
});

describe("without scores", () => {
  test("every open lead counts, and how to get scores is told", async () => {
    const who = await freshWorkspace();
    const { score: _, ...unscored } = lead("asks", [question]);
    await addContacts(who, [unscored]);
    const { lists, notes } = await find(["hot_unanswered"], {}, who);
    expect(lists.get("hot_unanswered")?.opportunities).toMatchObject([
      { name: "asks", score: null, band: null },
    ]);
    expect(notes[0]).toContain("No open lead has a score yet");
  });
  test("an empty workspace has no opportunities and nothing to say", async () => {
    const { lists, notes } = await find(
      ["hot_unanswered", "unanswered_questions"],
      {},
      await freshWorkspace(),
    );
    expect([...lists.values()].map(({ total }) => total.count)).toEqual([0, 0]);
    expect(notes).toEqual([]);
  });
});
