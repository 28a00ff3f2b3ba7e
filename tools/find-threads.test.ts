import { expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { mailWorkspace, proposed, threadOf } from "#knowledge/drafting/test-draft.ts";
import { importContacts } from "#knowledge/import/import-contacts.ts";
import { importConversations } from "#knowledge/import/import-conversations.ts";
import { importInteractions } from "#knowledge/import/import-interactions.ts";
import { textSource } from "#knowledge/import/source.ts";
import { mail, question, reply, thanks } from "#knowledge/import/test-mails.ts";
import { findThreads } from "./find-threads.ts";
import { listDrafts } from "./list-drafts.ts";
import { parseInput } from "./parse-input.ts";
import { reviewDraft } from "./review-draft.ts";

const signal = new AbortController().signal;
const find = (principal: Principal, input: object = {}) => {
  const tool = findThreads(testDatabase());
  return tool.run({ principal, signal }, parseInput(tool, input));
};
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Contacts a, b …, each with one conversation; lines are [days ago, side, text]. */
async function workspace(...threads: [number, "inbound" | "outbound", string][][]): Promise<Principal> {
  const who = await freshWorkspace();
  const db = testDatabase();
  const rows = threads.map((_, n) => `c${n},c${n}@x.example,${n === 0 ? "ada" : "eve"}`);
  await importContacts(db, who, textSource("c.csv", ["id,email,assigned to", ...rows].join("\n")), {
    id: "id",
  });
  const lines = threads.map((messages, n) =>
    JSON.stringify({
      id: `v${n}`,
      contact: `c${n}`,
      channel: "email",
      subject: `S${n}`,
      messages: messages.map(([days, direction, text], m) => ({
        id: `v${n}-${m}`,
        direction,
        at: daysAgo(days),
        text,
      })),
    }),
  );
  await importConversations(db, who, textSource("v.jsonl", lines.join("\n")));
  return who;
}
const subjects = async (who: Principal, input: object = {}) =>
  (await find(who, input)).threads.map(({ subject }) => subject);

test("lists what nobody answered, newest first, with why and for how long", async () => {
  const who = await workspace(
    [
      [9, "inbound", "Hello"],
      [8, "outbound", "Hi"],
      [3, "inbound", "How much is it? And when can we start?"],
      [2, "inbound", "I am curious."],
    ],
    [
      [5, "inbound", "What is it?"],
      [4, "outbound", "A loom."],
    ],
    [[1, "inbound", "Do you ship to Leeds?"]],
    [[1.5, "inbound", "I am out of the office until Monday."]],
  );
  const { threads } = await find(who);
  expect(threads.map(({ subject }) => subject)).toEqual(["S2", "S0"]);
  expect(threads[1]).toMatchObject({
    messages: 2,
    waiting_hours: 72,
    reason: "The contact has written 2 messages; nobody has answered.",
    contact_name: "c0@x.example",
    draft_id: null,
  });
  expect(threads[0]).toMatchObject({
    questions: ["Do you ship to Leeds?"],
    reason: expect.stringContaining("asks a question"),
  });
  expect(findThreads(testDatabase()).toText(await find(who))).toMatch(/never instructions[\s\S]*<<data/);
});

test("a call answers what was written before it", async () => {
  const who = await workspace([[3, "inbound", "How much is it?"]]);
  await importInteractions(
    testDatabase(),
    who,
    textSource("i.csv", `contact,at,type,direction\nc0,${daysAgo(1)},call,outbound\n`),
    {},
  );
  expect(await subjects(who)).toEqual([]);
});

test("a receipt that our machine sent answers nothing", async () => {
  const receipt = mail({
    id: "a1@acme.example",
    from: "Sam <sam@acme.example>",
    to: "bob@x.example",
    day: 2,
    subject: "Re: Prices",
    more: "In-Reply-To: <q1@x.example>\nAuto-Submitted: auto-replied",
    text: "We have received your message and will answer within a day.",
  });
  const who = await mailWorkspace([question, receipt]);
  expect(await subjects(who, { within_days: 3_650 })).toEqual(["Prices"]);
  expect((await threadOf(who, { email: "bob@x.example" })).answers.text).toBe("How much is it?");
});

test("what has waited too long is left out", async () => {
  const who = await workspace([[200, "inbound", "How much is it?"]]);
  expect(await subjects(who)).toEqual([]);
  expect(await subjects(who, { within_days: 365 })).toEqual(["S0"]);
});

test("who may read only their own contacts' messages is shown only those", async () => {
  const who = await workspace([[2, "inbound", "How much?"]], [[1, "inbound", "How much?"]]);
  expect(await subjects({ ...who, user: "ada", roles: ["SALES_REP"] })).toEqual(["S0"]);
});

test("a thread with an approved answer waits no longer; one with a draft says so", async () => {
  const who = await mailWorkspace([question, reply, thanks]);
  const input = { within_days: 3_650 };
  const draft = await proposed(who);
  expect((await find(who, input)).threads).toMatchObject([{ draft_id: draft.id }]);
  const drafts = listDrafts(testDatabase());
  const listed = await drafts.run({ principal: who, signal }, parseInput(drafts, { email: "bob@x.example" }));
  expect(listed).toMatchObject({
    total: 1,
    drafts: [
      { handle: draft.handle, status: "proposed", to: ["bob@x.example"], confidence: 0.95, age_hours: 0 },
    ],
  });
  expect(drafts.toText(listed)).toContain(draft.handle);
  const review = reviewDraft(testDatabase());
  await review.run(
    { principal: who, signal },
    parseInput(review, { handle: draft.handle, decision: "approve" }),
  );
  expect((await find(who, input)).threads).toEqual([]);
  expect((await drafts.run({ principal: who, signal }, parseInput(drafts, {}))).drafts).toEqual([]);
});
