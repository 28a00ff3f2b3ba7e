import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { trainLeadModel } from "../training/train.ts";
import type { TrainedLeadModel } from "../training/trained-lead-model.ts";
import { challengerModel } from "./challenger-model.ts";
import { castShadow, publishModel } from "./change-models.ts";
import { describeModel } from "./describe-model.ts";
import { listModels } from "./model-store.ts";
import { publishVersion, rollBack, shadowVersion } from "./publish-version.ts";
import { servingModel } from "./serving-model.ts";
import { foreignArtifact, importLeads, labelled, madeUpLeads, statuses, storeTrained } from "./test-leads.ts";

const db = testDatabase();
let principal: Principal;
let one: TrainedLeadModel;
let two: TrainedLeadModel;

const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>) => db.withTenant(principal.tenant.id, work);
const storedScores = () =>
  inWorkspace(async (tx) => {
    const { rows } = await tx.query(
      `select contact_id, probability, low, high, band, factors from lead_scores where tenant_id = $1 order by contact_id`,
      [principal.tenant.id],
    );
    return rows;
  });

beforeAll(async () => {
  const trainedAt = new Date("2026-06-02T00:00:00Z");
  one = await trainLeadModel(labelled(madeUpLeads("a", 80)), { trainedAt });
  two = await trainLeadModel(labelled(madeUpLeads("b", 80, { seed: 2 })), { trainedAt });
});

beforeEach(async () => {
  principal = await freshWorkspace();
  await importLeads(principal, madeUpLeads("open", 12, { seed: 9, truth: "open" }));
  for (const model of [one, two]) await storeTrained(principal, model);
});

test("publishing names who did it and why, and scores the open leads anew", async () => {
  expect(await statuses(principal)).toEqual({ 1: "never published", 2: "never published" });
  expect(await publishVersion(db, principal, { version: "1" })).toEqual({
    version: 1,
    before: null,
    scored: 12,
  });
  const change = await publishVersion(db, principal, { version: "2", note: "newer" });
  expect(change).toEqual({ version: 2, before: 1, scored: 12 });
  const [serving] = await inWorkspace((tx) => listModels(tx, principal));
  expect(serving).toMatchObject({ version: 2, publishedBy: "tester", publishNote: "newer" });
  expect(await publishVersion(db, principal, { version: "2" })).toEqual({ version: 2, before: 2, scored: 0 });
});

test("going back restores the exact scores; going back again returns", async () => {
  await publishVersion(db, principal, { version: "1" });
  const before = await storedScores();
  await publishVersion(db, principal, { version: "2" });
  const after = await storedScores();
  expect(after).toHaveLength(12);
  expect(after).not.toEqual(before);
  expect(await rollBack(db, principal, {})).toEqual({ version: 1, before: 2, scored: 12 });
  expect(await storedScores()).toEqual(before);
  expect(await statuses(principal)).toEqual({ 1: "serving", 2: "published before" });
  expect(await rollBack(db, principal, {})).toMatchObject({ version: 2, before: 1 });
  expect(await storedScores()).toEqual(after);
});

test("there is no way back to a model that never served", async () => {
  await publishVersion(db, principal, { version: "1" });
  await expect(rollBack(db, principal, {})).rejects.toMatchObject({ code: "NOT_READY" });
  await expect(rollBack(db, principal, { version: "v2" })).rejects.toThrow("models publish 2");
});

test("a model that cannot be read is not published, and as the challenger disturbs nobody", async () => {
  await publishVersion(db, principal, { version: "1" });
  const id = await storeTrained(principal, { ...two, artifact: foreignArtifact });
  await expect(publishVersion(db, principal, { version: "3" })).rejects.toThrow("Train again");
  await inWorkspace((tx) => castShadow(tx, principal, id));
  expect(await statuses(principal)).toMatchObject({ 1: "serving", 3: "challenger" });
  expect(await inWorkspace((tx) => challengerModel(tx, principal))).toBeNull();
  expect((await inWorkspace((tx) => servingModel(tx, principal))).model.artifact).toEqual(one.artifact);
});

test("a model that serves and cannot be read is an error that names the fix, and is described all the same", async () => {
  const id = await storeTrained(principal, { ...two, artifact: foreignArtifact });
  await inWorkspace((tx) => publishModel(tx, principal, { id, note: null }));
  const serving = inWorkspace((tx) => servingModel(tx, principal));
  await expect(serving).rejects.toMatchObject({
    code: "NOT_READY",
    message: expect.stringContaining("Train again"),
  });
  expect((await describeModel(db, principal, "serving")).retraining).toMatchObject({ due: true });
});

test("an unknown model is answered with the versions there are, none with how to come by one", async () => {
  await expect(describeModel(db, principal, "serving")).rejects.toThrow("models publish 2");
  await expect(publishVersion(db, principal, { version: "7" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("versions 1, 2"),
  });
  expect((await describeModel(db, principal, "v1")).model.version).toBe(1);
  await expect(describeModel(db, await freshWorkspace(), "serving")).rejects.toThrow("rapport -- train");
});

test("publications at once each have a moment of their own, and one model serves", async () => {
  await storeTrained(principal, one);
  const ids = (await inWorkspace((tx) => listModels(tx, principal))).map(({ id }) => id);
  await Promise.all(ids.map((id) => inWorkspace((tx) => publishModel(tx, principal, { id, note: null }))));
  const { rows } = await inWorkspace((tx) =>
    tx.query(`select distinct published_at::text from scoring_models where tenant_id = $1`, [
      principal.tenant.id,
    ]),
  );
  expect(rows).toHaveLength(3);
  const found = Object.values(await statuses(principal)).sort();
  expect(found).toEqual(["published before", "published before", "serving"]);
});

describe("a challenger", () => {
  test("scores beside the serving model without being served", async () => {
    await publishVersion(db, principal, { version: "1" });
    const before = await storedScores();
    expect(await shadowVersion(db, principal, { version: "2" })).toEqual({ challenger: 2, scored: 12 });
    expect(await statuses(principal)).toEqual({ 1: "serving", 2: "challenger" });
    const challenger = await inWorkspace((tx) => challengerModel(tx, principal));
    expect(challenger?.model.artifact).toEqual(two.artifact);
    expect(await storedScores()).toEqual(before);
    const { rows } = await inWorkspace((tx) =>
      tx.query(
        `select count(*)::int as n from lead_scores where tenant_id = $1 and shadow_model_id = $2 and shadow_probability <> probability`,
        [principal.tenant.id, challenger?.id],
      ),
    );
    expect(rows).toEqual([{ n: 12 }]);
  });

  test("ends when told so, and when it comes to serve", async () => {
    await publishVersion(db, principal, { version: "1" });
    await shadowVersion(db, principal, { version: "2" });
    expect(await shadowVersion(db, principal, { version: null })).toMatchObject({ challenger: null });
    expect(await statuses(principal)).toEqual({ 1: "serving", 2: "never published" });
    await shadowVersion(db, principal, { version: "2" });
    await publishVersion(db, principal, { version: "2" });
    await rollBack(db, principal, {});
    expect(await statuses(principal)).toEqual({ 1: "serving", 2: "published before" });
  });

  test("is another model than the one that serves", async () => {
    await publishVersion(db, principal, { version: "1" });
    await expect(shadowVersion(db, principal, { version: "1" })).rejects.toThrow("Version 1 serves");
  });
});
