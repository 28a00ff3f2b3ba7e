import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { fieldHistoryOf } from "../honesty/field-history.ts";
import { loadLeadModel } from "../lead-model.ts";
import { trainLeadModel } from "../training/train.ts";
import type { TrainedLeadModel } from "../training/trained-lead-model.ts";
import { sampleOpenLeads } from "./open-leads.ts";
import { openReference } from "./open-population.ts";
import { publishVersion } from "./publish-version.ts";
import { retrainingDue } from "./retraining-due.ts";
import { importLeads, labelled, type MadeUpLead, madeUpLeads, storeTrained } from "./test-leads.ts";

const db = testDatabase();
const now = new Date();
let principal: Principal;
let trained: TrainedLeadModel;

const openLeads = (prefix: string, count: number, seed: number) =>
  madeUpLeads(prefix, count, { seed, truth: "open" });
const poorer = (lead: MadeUpLead) => ({ ...lead, budget: lead.budget / 4 });

/** Stores and publishes the model as of the open leads that there are. */
async function serve(): Promise<void> {
  const open = await db.readTenant(principal.tenant.id, (tx) => sampleOpenLeads(tx, principal));
  const history = fieldHistoryOf(open);
  const reference = await openReference(loadLeadModel(trained.artifact), open, { now, history });
  await storeTrained(principal, { ...trained, artifact: { ...trained.artifact, reference } });
  await publishVersion(db, principal, { version: "1" });
}

beforeAll(async () => {
  trained = await trainLeadModel(labelled(madeUpLeads("a", 80)), { trainedAt: now });
});

beforeEach(async () => {
  principal = await freshWorkspace();
});

test("other leads of the same kind raise no alarm", async () => {
  await importLeads(principal, openLeads("l", 100, 3));
  await serve();
  await importLeads(principal, openLeads("m", 100, 4));
  const { drift } = await retrainingDue(db, principal);
  expect(drift?.population).toMatchObject({ leads: 200, scores: { alarm: "none" } });
  expect(drift?.alarms).toEqual([]);
});

test("a field whose values moved is named, not quoted, and a reason to train once leads have ended since", async () => {
  await importLeads(principal, openLeads("l", 100, 3));
  await serve();
  await importLeads(principal, openLeads("l", 100, 3).map(poorer));
  const { drift, due, reasons } = await retrainingDue(db, principal);
  expect(drift?.alarms).toEqual(expect.arrayContaining([expect.stringMatching(/^budget: /)]));
  expect(due).toBe(false);
  expect(reasons.join()).toContain("fewer than 20 new outcomes to learn from: budget");
  await importLeads(principal, madeUpLeads("b", 20, { seed: 5 }));
  expect(await retrainingDue(db, principal)).toMatchObject({ due: true });
  expect(JSON.stringify(drift)).not.toMatch(/energy|retail/);
});

test("with too few open leads at the training there is nothing to compare with", async () => {
  await importLeads(principal, openLeads("l", 29, 3));
  await serve();
  await importLeads(principal, openLeads("m", 100, 4).map(poorer));
  expect((await retrainingDue(db, principal)).drift).toMatchObject({ population: null, alarms: [] });
});
