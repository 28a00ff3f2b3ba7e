import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { findContact } from "./crm/find-contact.ts";
import { fieldsAsOf } from "./crm/history.ts";
import { currentOutcome, recordOutcome } from "./crm/outcomes.ts";
import { confirm, propose } from "./crm/proposals.ts";
import { getInteractions, listInteractions } from "./crm/timeline.ts";
import type { Transaction } from "./db/database.ts";
import { freshWorkspace, testDatabase } from "./db/test-database.ts";
import { importContacts } from "./import/import-contacts.ts";
import { importConversations } from "./import/import-conversations.ts";
import { textSource } from "./import/source.ts";
import { getModel, listModels, readArtifact, servingModelId } from "./scoring/lifecycle/model-store.ts";
import { loadLeadRecords } from "./scoring/snapshots/load-snapshots.ts";
import { rankLeads } from "./scoring/stored-scores/rank-leads.ts";
import { refreshScores } from "./scoring/stored-scores/refresh-scores.ts";
import { saveScores } from "./scoring/stored-scores/save-scores.ts";
import { trainWorkspace } from "./scoring/training/train-workspace.ts";
import { workspaceStatus } from "./workspace-status.ts";

// Every repository, asked by one workspace for what is another's, with that other's own ids in hand.

const thread = {
  id: "t1",
  contact: "lead-1",
  channel: "email",
  messages: [
    { id: "m1", from: "ada@example.com", direction: "inbound", at: "2026-01-02T00:00:00Z", text: "Hello" },
  ],
};
let owner: Principal;
let stranger: Principal;
let contactId: string;
let interactionId: string;
let modelId: string;
const handle = randomUUID();

beforeAll(async () => {
  [owner, stranger] = [await freshWorkspace(), await freshWorkspace()];
  const db = testDatabase();
  await importContacts(db, owner, textSource("a.csv", "id,budget\nlead-1,5\n"), { id: "id" });
  await importConversations(db, owner, textSource("a.jsonl", JSON.stringify(thread)));
  modelId = (await trainWorkspace(db, owner)).id;
  await db.withTenant(owner.tenant.id, async (tx) => {
    contactId = (await findContact(tx, owner, { id: "lead-1" })).id;
    interactionId = (await listInteractions(tx, owner, { contactId, limit: 1 }))[0]?.id ?? "";
    await propose(tx, owner, {
      id: handle,
      contactId,
      kind: "test",
      payload: {},
      expiresAt: new Date(Date.now() + 60_000),
    });
  });
});

/** The stranger's session, naming the owner's tenant in its queries where `as` is the owner: row-level security must hold alone. */
const asStranger = <T>(work: (tx: Transaction) => Promise<T>) =>
  testDatabase().withTenant(stranger.tenant.id, work);

describe.each(["its own tenant", "the owner's tenant"])("a stranger whose code names %s", (named) => {
  const who = () => (named === "its own tenant" ? stranger : owner);

  test.each<[string, (tx: Transaction, p: Principal) => Promise<unknown>, unknown]>([
    ["the timeline", (tx, p) => listInteractions(tx, p, { contactId, limit: 5 }), []],
    ["interactions by id", (tx, p) => getInteractions(tx, p, [interactionId]), []],
    ["the outcome", (tx, p) => currentOutcome(tx, p, contactId), null],
    ["the history", (tx, p) => fieldsAsOf(tx, p, contactId, new Date()), {}],
    ["the models", (tx, p) => listModels(tx, p), []],
    ["a model", (tx, p) => getModel(tx, p, modelId), undefined],
    ["a model's artifact", (tx, p) => readArtifact(tx, p, modelId), undefined],
    ["the serving model", (tx, p) => servingModelId(tx, p), null],
    ["lead records", (tx, p) => loadLeadRecords(tx, p, { ids: [contactId], limit: 5 }), []],
  ])("does not read %s", async (_what, read, nothing) => {
    expect(interactionId).not.toBe("");
    expect(await asStranger((tx) => read(tx, who()))).toEqual(nothing);
  });

  test("does not find the contact", async () => {
    await expect(asStranger((tx) => findContact(tx, who(), { id: contactId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("does not rank the leads", async () => {
    expect(await asStranger((tx) => rankLeads(tx, who(), { limit: 5, outcome: "any" }))).toMatchObject({
      leads: [],
      total: 0,
    });
  });

  test("does not record an outcome", async () => {
    const outcome = {
      contactId,
      result: "won" as const,
      at: new Date(),
      source: "test",
      note: null,
      idempotencyKey: "x",
    };
    await expect(asStranger((tx) => recordOutcome(tx, who(), outcome))).rejects.toThrow();
  });

  test("does not store a score", async () => {
    const score = {
      score: 1,
      probability: 0.01,
      low: 0,
      high: 1,
      band: "D" as const,
      confidence: 0,
      factors: [],
    };
    const leads = [{ contactId, version: new Date().toISOString(), score, shadow: null }];
    const batch = { leads, modelId: null, shadowModelId: null, asOf: new Date() };
    await asStranger((tx) => saveScores(tx, who(), batch)).catch(() => {});
    const page = await testDatabase().withTenant(owner.tenant.id, (tx) =>
      rankLeads(tx, owner, { limit: 5, outcome: "any" }),
    );
    expect(page.leads.map(({ probability }) => probability)).not.toContain(0.01);
  });

  test("does not confirm a proposal", async () => {
    await expect(asStranger((tx) => confirm(tx, who(), { handle, kind: "test" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

test("a stranger's import of the same ids leaves the owner's records alone", async () => {
  const db = testDatabase();
  const before = await workspaceStatus(db, owner);
  await importContacts(db, stranger, textSource("b.csv", "id,budget\nlead-1,9\n"), { id: "id" });
  await importConversations(db, stranger, textSource("b.jsonl", JSON.stringify(thread)));
  await refreshScores(db, stranger, { scope: "all" });
  expect(await workspaceStatus(db, owner)).toEqual(before);
  const fields = await db.withTenant(owner.tenant.id, (tx) => fieldsAsOf(tx, owner, contactId, new Date()));
  expect(fields).toMatchObject({ "custom.budget": 5 });
});
