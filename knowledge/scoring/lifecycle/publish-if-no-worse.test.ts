import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { type LeadModel, loadLeadModel } from "../lead-model.ts";
import { probabilityOf } from "../score.ts";
import { trainLeadModel } from "../training/train.ts";
import type { TrainedLeadModel } from "../training/trained-lead-model.ts";
import { publishModel } from "./change-models.ts";
import { publishIfNoWorse } from "./publish-if-no-worse.ts";
import { labelled, madeUpLeads, statuses, storeTrained } from "./test-leads.ts";

const db = testDatabase();
const leads = labelled(madeUpLeads("a", 80));
let principal: Principal;
let model: TrainedLeadModel;
let loaded: LeadModel;
let ids: string[];

const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>) => db.withTenant(principal.tenant.id, work);
const candidate = () => ({
  id: ids[1] ?? "",
  version: 2,
  report: model.report,
  // As good as the other by definition: nothing but who publishes when decides.
  chances: Float64Array.from(leads, ({ snapshot }) => probabilityOf(loaded, loaded.features(snapshot))),
  leftOut: [],
});

beforeAll(async () => {
  model = await trainLeadModel(leads, { trainedAt: new Date("2026-06-02T00:00:00Z") });
  loaded = loadLeadModel(model.artifact);
});

beforeEach(async () => {
  principal = await freshWorkspace();
  ids = [await storeTrained(principal, model), await storeTrained(principal, model)];
});

/** The database, in which somebody publishes version 1 each time after the candidate's opponent was read. */
function meddled(times: number): Database {
  let left = times;
  return {
    ...db,
    readTenant: async (tenant, work) => {
      const read = await db.readTenant(tenant, work);
      const id = ids[left % 2 === 0 ? 2 : 0] ?? "";
      if (left-- > 0) await inWorkspace((tx) => publishModel(tx, principal, { id, note: null }));
      return read;
    },
  };
}

test("a model that begins to serve while the candidate is judged is judged against", async () => {
  const verdict = await publishIfNoWorse(meddled(1), principal, { leads, candidate: candidate() });
  expect(verdict).toMatchObject({ publish: true, against: 1 });
  expect(await statuses(principal)).toEqual({ 1: "published before", 2: "serving" });
});

test("where others never cease to publish it gives up, and the model stays stored", async () => {
  ids.push(await storeTrained(principal, model));
  const endless = publishIfNoWorse(meddled(99), principal, { leads, candidate: candidate() });
  await expect(endless).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("models publish 2"),
  });
  expect(await statuses(principal)).toMatchObject({ 2: "never published" });
});
