import { expect, test } from "vitest";
import { loadConfig } from "#core/config.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { openRetrieval } from "#servers/compose/retrieval.ts";
import { draftThreads } from "./draft-threads.ts";
import { heldOutSample } from "./held-out-threads.ts";
import { judgeDraft } from "./judge-draft.ts";
import { heldOutReport } from "./run-held-out.ts";

const now = new Date("2026-11-16T09:00:00Z");
const small = { seed: 7, now, fold: 0, leads: 40 };

test("nothing that was said after a held-out message is in the files, and it has no answer", () => {
  const { files, threads, meant } = heldOutSample(small);
  expect(threads.length).toBeGreaterThan(3);
  for (const { messageId, contactId } of threads) {
    expect(meant.get(messageId)).toMatchObject({ contactId, by: "lead", answer: [] });
    const lines = files.conversationsJsonl
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const said = lines.filter(({ contact }) => contact === contactId).flatMap(({ messages }) => messages);
    const last = said.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
    expect(messageId).toContain(last.id);
  }
});

test("folds hold out different conversations, and a word deals them anew", () => {
  const idsOf = (change: object) =>
    heldOutSample({ ...small, ...change }).threads.map(({ messageId }) => messageId);
  const own = new Set(idsOf({}));
  expect(idsOf({}).every((id) => own.has(id))).toBe(true);
  expect(idsOf({ fold: 1 }).some((id) => own.has(id))).toBe(false);
  expect(idsOf({ deal: "other" })).not.toEqual(idsOf({}));
});

test("gold is what answers the intent, of whatever source but the contact's own", () => {
  const [thread] = heldOutSample(small).threads.filter(({ asked }) => asked.length === 1);
  if (!thread) throw new Error("the sample asks nothing");
  const told = { by: "rep" as const, answer: [], intents: ["answer_price"] };
  const asked = { ...thread, asked: ["ask_price" as const], language: "en" as const };
  const meant = new Map([
    ["other", { ...told, contactId: "hp-9999" }],
    ["own", { ...told, contactId: thread.contactId }],
    ["else", { ...told, contactId: "hp-9999", intents: ["nudge"] }],
  ]);
  const content = { hand_over: null, questions: [], sentences: [] };
  const gold = (cited: Parameters<typeof judgeDraft>[1]["cited"]) =>
    judgeDraft(asked, { content, cited, ms: 1 }, meant).citesGold;
  expect(gold([{ kind: "article", id: "payment" }])).toBe(true);
  expect(gold([{ kind: "article", id: "support" }])).toBe(false);
  expect(gold([{ kind: "reply", messageId: "other" }])).toBe(true);
  expect(
    gold([
      { kind: "reply", messageId: "own" },
      { kind: "own", messageId: "own" },
    ]),
  ).toBe(false);
  expect(gold([{ kind: "reply", messageId: "else" }, { kind: "record" }])).toBe(false);
});

test("drafts of a small part are judged and told", async () => {
  const db = testDatabase();
  const retrieval = openRetrieval({ config: loadConfig({}), db });
  const workspace = { db, retrieval, principal: await freshWorkspace() };
  const judged = await draftThreads(workspace, heldOutSample(small), () => {});
  const report = heldOutReport(judged);
  expect(judged.filter(({ citesGold }) => citesGold).length).toBeGreaterThan(judged.length / 4);
  expect(report.sections.map(({ table }) => table.rows.length).every((rows) => rows >= 0)).toBe(true);
  expect(report.floors.map(({ name }) => name)).toContain("threads with a proposed draft that cites gold");
}, 60_000);
