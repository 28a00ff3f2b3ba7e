import { beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { listModels } from "../lifecycle/model-store.ts";
import { publishVersion } from "../lifecycle/publish-version.ts";
import {
  foreignArtifact,
  importLeads,
  madeUpLeads,
  statuses,
  storeTrained,
} from "../lifecycle/test-leads.ts";
import { trainPrior } from "./train-prior.ts";
import { trainWorkspace } from "./train-workspace.ts";

const db = testDatabase();
const ended = madeUpLeads("a", 120);
let principal: Principal;

const models = () => db.readTenant(principal.tenant.id, (tx) => listModels(tx, principal));

beforeEach(async () => {
  principal = await freshWorkspace();
  await importLeads(principal, [...ended, ...madeUpLeads("open", 12, { seed: 9, truth: "open" })]);
});

test("stores a version with what it was made of: settings, data hash, report", async () => {
  const first = await trainWorkspace(db, principal);
  expect(first).toMatchObject({ version: 1, published: true, scored: 12 });
  const settings = { ignore: ["industry"], keep: ["budget"] };
  const second = await trainWorkspace(db, principal, settings);
  expect(second).toMatchObject({ version: 2, published: true, guard: { basis: "none", against: 1 } });
  const third = await trainWorkspace(db, principal, { purpose: "store", ignore: ["none"], keep: ["none"] });
  expect(third).toMatchObject({ version: 3, published: false, guard: null });
  const [two, three, one] = await models();
  expect(two).toMatchObject({ status: "serving", life: { ignored: ["industry"], kept: ["budget"] } });
  expect(two?.report?.columns.used.map(({ name }) => name)).toEqual(["budget"]);
  expect(one).toMatchObject({ status: "published before", publishedBy: "tester" });
  expect(three?.dataHash).toBe(one?.dataHash);
  expect(two?.dataHash).not.toBe(one?.dataHash);
});

test("training again leaves out what was left out before, so that no leak comes back", async () => {
  await trainWorkspace(db, principal, { ignore: ["industry"], keep: ["budget"] });
  const again = await trainWorkspace(db, principal);
  expect(again).toMatchObject({ ignored: ["industry"], kept: ["budget"] });
  expect(again.report.columns.used.map(({ name }) => name)).not.toContain("industry");
});

test("a field that does not exist is refused by name, and nothing is stored", async () => {
  const training = trainWorkspace(db, principal, { ignore: ["industri"] });
  await expect(training).rejects.toMatchObject({
    code: "VALIDATION_FAILED",
    message: expect.stringMatching(/no field "industri".*industry/s),
  });
  expect(await models()).toEqual([]);
});

describe("the publish guard", () => {
  test("refuses a model that learned from mislabelled leads, keeps why, and can be overruled", async () => {
    await trainWorkspace(db, principal);
    // Somebody's import labels the old leads by chance, while new leads end as the old ones had.
    const coins = madeUpLeads("a", ended.length, { seed: 3, truth: "chance" });
    await importLeads(
      principal,
      ended.map((lead, i) => ({ ...lead, result: coins[i]?.result ?? "" })),
    );
    await importLeads(principal, madeUpLeads("b", 100, { seed: 5 }));
    const worse = await trainWorkspace(db, principal);
    expect(worse).toMatchObject({ version: 2, published: false, scored: 0 });
    expect(worse.guard).toMatchObject({ publish: false, basis: "new leads", against: 1, leads: 100 });
    expect(await statuses(principal)).toEqual({ 1: "serving", 2: "never published" });
    const [, refused] = await models();
    expect(refused?.life.guard).toEqual(worse.guard);
    await publishVersion(db, principal, { version: "2", note: "I insist" });
    const [insisted] = await models();
    expect(insisted).toMatchObject({ version: 2, publishedBy: "tester", publishNote: "I insist" });
  });

  test("lets a model serve where the one before cannot be read any more", async () => {
    const { report } = trainPrior([], { trainedAt: new Date() });
    const id = await storeTrained(principal, { artifact: foreignArtifact, report });
    await db.withTenant(principal.tenant.id, (tx) =>
      tx.query(`update scoring_models set published_at = now() where tenant_id = $1 and id = $2`, [
        principal.tenant.id,
        id,
      ]),
    );
    expect(await trainWorkspace(db, principal)).toMatchObject({ version: 2, published: true, scored: 12 });
  });
});

test("two trainings at once come to two versions, the second judged against the first", async () => {
  const both = await Promise.all([trainWorkspace(db, principal), trainWorkspace(db, principal)]);
  expect(both.map(({ version }) => version).sort()).toEqual([1, 2]);
  expect(both.map(({ published }) => published)).toEqual([true, true]);
  const [serving, other] = await models();
  expect([serving?.status, other?.status]).toEqual(["serving", "published before"]);
  // Nothing served when both began: whoever came second was judged anew.
  expect(other?.life.guard?.against).toBeNull();
  expect(serving?.life.guard?.against).toBe(other?.version);
});

test("an aborted training stores nothing", async () => {
  const control = new AbortController();
  const onProgress = (text: string) => text.startsWith("Training on") && control.abort();
  const aborted = trainWorkspace(db, principal, { signal: control.signal, onProgress });
  await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
  expect(await models()).toEqual([]);
});
