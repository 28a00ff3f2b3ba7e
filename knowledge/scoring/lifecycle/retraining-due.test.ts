import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { trainLeadModel } from "../training/train.ts";
import { trainPrior } from "../training/train-prior.ts";
import type { TrainedLeadModel } from "../training/trained-lead-model.ts";
import { publishVersion } from "./publish-version.ts";
import { retrainingDue } from "./retraining-due.ts";
import { foreignArtifact, importLeads, labelled, madeUpLeads, storeTrained } from "./test-leads.ts";
import { trainIfDue } from "./train-if-due.ts";

const db = testDatabase();
const ended = madeUpLeads("a", 120);
const later = (days: number) => ({ now: new Date(Date.now() + days * 86_400_000) });
let principal: Principal;
let model: TrainedLeadModel;

const due = (options?: { now: Date }) => retrainingDue(db, principal, options);
const moreEnded = (count: number) => importLeads(principal, madeUpLeads("b", count, { seed: 5 }));

beforeAll(async () => {
  model = await trainLeadModel(labelled(ended), { trainedAt: new Date() });
});

beforeEach(async () => {
  principal = await freshWorkspace();
});

describe("while no model is trained", () => {
  test("it is not due with too few outcomes", async () => {
    await importLeads(principal, ended.slice(0, 9));
    expect(await due()).toMatchObject({
      due: false,
      reasons: [expect.stringContaining("training needs 20 of each")],
    });
  });

  test("it is due once 20 of each are known", async () => {
    await importLeads(principal, ended);
    expect(await due()).toMatchObject({
      due: true,
      reasons: [expect.stringContaining("no model is trained")],
    });
  });
});

describe("once a model is trained", () => {
  beforeEach(async () => {
    await importLeads(principal, ended);
    await storeTrained(principal, model);
    await publishVersion(db, principal, { version: "1" });
  });

  test("it is not due at once, nor if the model only grows old", async () => {
    expect(await due()).toMatchObject({
      due: false,
      newOutcomes: 0,
      reasons: ["0 leads have ended since version 1 was trained; 24 are wanted."],
    });
    expect(await due(later(400))).toMatchObject({ due: false });
  });

  test("it is due when a fifth as many leads have ended as it was trained on", async () => {
    await moreEnded(23);
    expect(await due()).toMatchObject({ due: false, newOutcomes: 23 });
    await moreEnded(24);
    expect(await due()).toMatchObject({
      due: true,
      newOutcomes: 24,
      reasons: ["24 leads have ended since version 1 was trained."],
    });
  });

  test("it is due after 90 days with any new outcome", async () => {
    await moreEnded(1);
    expect(await due(later(89))).toMatchObject({ due: false });
    expect(await due(later(91))).toMatchObject({
      due: true,
      reasons: [expect.stringContaining("91 days old")],
    });
  });

  test("a model that does not serve counts too, for its like would not serve either", async () => {
    await moreEnded(40);
    await storeTrained(principal, model);
    expect(await due()).toMatchObject({
      due: false,
      reasons: [
        expect.stringContaining("since version 2"),
        expect.stringContaining("Version 2 does not serve"),
      ],
    });
  });

  test("training only if needed trains when it is due, and says why not else", async () => {
    expect(await trainIfDue(db, principal)).toMatchObject({ retraining: { due: false }, trained: null });
    await moreEnded(40);
    const { trained } = await trainIfDue(db, principal);
    expect(trained).toMatchObject({ version: 2, published: true });
    expect(await due()).toMatchObject({ due: false, newOutcomes: 0 });
  });
});

test("it is due when the model that serves cannot be read", async () => {
  const id = await storeTrained(principal, { ...model, artifact: foreignArtifact });
  await db.withTenant(principal.tenant.id, (tx) =>
    tx.query(`update scoring_models set published_at = now() where tenant_id = $1 and id = $2`, [
      principal.tenant.id,
      id,
    ]),
  );
  expect(await due()).toMatchObject({
    due: true,
    reasons: [expect.stringContaining("another version of Rapport")],
  });
});

test("it is due when only a prior serves and there is enough to learn from", async () => {
  await storeTrained(principal, trainPrior([], { trainedAt: new Date() }));
  await publishVersion(db, principal, { version: "1" });
  expect(await due()).toMatchObject({ due: false });
  await importLeads(principal, ended);
  expect(await due()).toMatchObject({ due: true, reasons: [expect.stringContaining("only the prior")] });
});
