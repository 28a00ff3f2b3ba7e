import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { importInteractions } from "../../import/import-interactions.ts";
import { textSource } from "../../import/source.ts";
import { sigmoid } from "../models/moments.ts";
import { scoreAll } from "../stored-scores/score-all.ts";
import { syntheticLeads } from "../training/synthetic-leads.ts";
import { trainPrior } from "../training/train-prior.ts";
import { traceContact } from "./trace-contact.ts";
import { traceScore } from "./trace-score.ts";

const [before, between, now] = ["2025-02-20", "2025-03-10", "2025-04-01"].map((day) => new Date(day)) as [
  Date,
  Date,
  Date,
];

/** Two stored models that differ in their base rate: none won of thirty, all won of thirty. */
const models = [false, true].map((won) => {
  const leads = syntheticLeads(30).map((lead) => ({
    ...lead,
    result: won ? ("won" as const) : ("lost" as const),
  }));
  return { id: randomUUID(), ...trainPrior(leads, { trainedAt: now }) };
});

let principal: Principal;
let contactId: string;
let other: string;

/** A lead written to in January and February, who answers in March; its scores were stored twice. */
beforeAll(async () => {
  principal = await freshWorkspace();
  const db = testDatabase();
  await importContacts(
    db,
    principal,
    textSource("a.csv", "id,name,created\nada,Ada,2025-01-01\nbob,Bob,2025-01-01\n"),
    {
      id: "id",
      createdAt: "created",
    },
  );
  const touches = [
    "ada,2025-01-10T09:00:00Z,email,outbound",
    "ada,2025-02-10T09:00:00Z,email,outbound",
    "ada,2025-03-20T09:00:00Z,email,inbound",
  ];
  const table = `contact,at,type,direction\n${touches.join("\n")}\n`;
  await importInteractions(db, principal, textSource("b.csv", table), {});
  await db.withTenant(principal.tenant.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      "select id from contacts where tenant_id = $1 order by external_id",
      [principal.tenant.id],
    );
    [contactId, other] = rows.map(({ id }) => id) as [string, string];
    for (const [i, { id, artifact, report }] of models.entries()) {
      await tx.query(
        `insert into scoring_models (tenant_id, id, version, kind, artifact, report, trained_at, published_at)
          values ($1, $2, $3, 'prior', $4, $5, $6, $7)`,
        [
          principal.tenant.id,
          id,
          i + 1,
          JSON.stringify(artifact),
          JSON.stringify(report),
          before,
          i === 0 ? before : between,
        ],
      );
    }
    for (const [model, at, probability] of [
      [null, "2025-02-01", 0.1],
      [models[0]?.id, "2025-02-15", 0.08],
      [models[1]?.id, "2025-03-15", 0.2],
      [models[1]?.id, "2025-05-01", 0.3],
    ] as const) {
      await tx.query(
        `insert into score_history (tenant_id, contact_id, model_id, probability, low, high, band, as_of, scored_at)
          values ($1, $2, $3, $4, 0.01, 0.5, 'C', $5, $5)`,
        [principal.tenant.id, contactId, model, probability, at],
      );
    }
  });
});

const trace = (since?: Date, asOf = now) => traceScore(testDatabase(), principal, { contactId, since, asOf });
const sum = (reasons: readonly { points: number }[]) =>
  reasons.reduce((total, { points }) => total + points, 0);

test("the history is what was stored up to the moment, the oldest first, with the model of each", async () => {
  const { history, change } = await trace();
  expect(change).toBeNull();
  expect(history.map(({ probability, modelVersion }) => [probability, modelVersion])).toEqual([
    [0.1, null],
    [0.08, 1],
    [0.2, 2],
  ]);
});

test("is the contact's own", async () => {
  const { history } = await traceScore(testDatabase(), principal, { contactId: other, asOf: now });
  expect(history).toEqual([]);
});

describe("why the score moved", () => {
  test("since a score by another model: what became of the lead, and the model", async () => {
    const { change } = await trace(before);
    const factors = change?.reasons.map(({ factor }) => factor);
    expect(factors).toEqual(
      expect.arrayContaining(["model", "days since last reply", "unanswered messages in a row"]),
    );
    expect(change?.reasons.find(({ factor }) => factor === "model")).toMatchObject({
      from: "version 1",
      to: "version 2",
    });
    expect(change?.reasons.find(({ factor }) => factor === "days since last reply")?.from).toBe("none yet");
    expect(Math.abs(sum(change?.reasons ?? []) - (change?.points ?? 0))).toBeLessThan(1e-9);
    expect(change?.wasKnown).toBe(true);
  });

  test("since a score by the model that serves: no word of the model", async () => {
    const { change } = await trace(new Date("2025-03-16"));
    expect(change?.points).toBeGreaterThan(0);
    expect(change?.reasons.map(({ factor }) => factor)).not.toContain("model");
  });

  test("since the documented prior scored, which is named", async () => {
    const { change } = await trace(new Date("2025-02-05"));
    expect(change?.reasons.find(({ factor }) => factor === "model")?.from).toBe("the documented prior");
  });

  test("since before the lead was known: from what a stranger would score, and it says so", async () => {
    const { change } = await trace(new Date("2020-01-01"));
    expect(change?.wasKnown).toBe(false);
    expect(change?.fromScore).toBeCloseTo(100 * (models[1]?.artifact.baseRate ?? 0), 9);
  });

  test("ends at the score that the workspace gives", async () => {
    const { change } = await trace(before);
    const scores = new Map<string, number>();
    await scoreAll(testDatabase(), principal, {
      asOf: now,
      onPage: async (leads) => leads.forEach(({ id, score }) => void scores.set(id, score.score)),
    });
    expect(change?.toScore).toBeCloseTo(scores.get("ada") ?? 0, 9);
    expect(scores.get("ada")).not.toBeCloseTo(100 * sigmoid(0), 1);
  });
});

describe("a contact by name", () => {
  test("is told since its oldest stored score, without one nothing is told", async () => {
    const told = await traceContact(testDatabase(), principal, { reference: { id: "ada" } });
    expect(told).toMatchObject({
      contact: { externalId: "ada", name: "Ada" },
      since: new Date("2025-02-01"),
    });
    expect(told.change).not.toBeNull();
    const silent = await traceContact(testDatabase(), principal, { reference: { id: "bob" } });
    expect(silent).toMatchObject({ since: null, history: [], change: null });
  });

  test("nobody knows is refused", async () => {
    const asked = traceContact(testDatabase(), principal, { reference: { id: "eve" } });
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
