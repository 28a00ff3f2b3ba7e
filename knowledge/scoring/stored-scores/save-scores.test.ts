import { beforeEach, expect, test } from "vitest";
import type { LeadScore } from "#core/domain/score.ts";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../../db/test-database.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { textSource } from "../../import/source.ts";
import { everyScore } from "./every-score.ts";
import { saveScores } from "./save-scores.ts";
import { type PackedFactors, unpackFactors } from "./stored-factors.ts";

const db = testDatabase();
const [one, two] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
let principal: Principal;
let contactId: string;

beforeEach(async () => {
  principal = await freshWorkspace();
  await importContacts(db, principal, textSource("leads.csv", "id,budget\nlead-1,9\n"), { id: "id" });
  const { rows } = await inTenant((tx) => tx.query<{ id: string }>("select id from contacts"));
  contactId = rows[0]?.id ?? "";
});

const inTenant = <T>(work: Parameters<typeof db.withTenant<T>>[1]) =>
  db.withTenant(principal.tenant.id, work);

function scored(probability: number): LeadScore {
  const factors = Array.from({ length: 12 }, (_, i) => ({
    name: i === 11 ? "base rate" : `factor ${i}`,
    value: "1",
    contribution: 1 / (i + 1),
    points: 0,
    effect: "raises" as const,
    weight: 0,
    impact: "LOW" as const,
    evidence: [],
  }));
  return { score: 100 * probability, probability, low: 0, high: 1, band: "C", confidence: 0.5, factors };
}

function save(
  probability: number,
  more: { modelId?: string; shadow?: [string, number]; id?: string; asOf?: Date } = {},
) {
  const [shadowModelId, shadow] = more.shadow ?? [null, null];
  const version = "2026-01-01T00:00:00Z";
  const leads = [{ contactId: more.id ?? contactId, version, score: scored(probability), shadow }];
  const batch = { leads, modelId: more.modelId ?? null, shadowModelId, asOf: more.asOf ?? new Date() };
  return inTenant((tx) => saveScores(tx, principal, batch));
}

const history = async () => {
  const all = everyScore("tenant_id = tenant_id");
  const sql = `select probability, shadow_probability as shadow from ${all} said order by seq`;
  return (await inTenant((tx) => tx.query<{ probability: number; shadow: number | null }>(sql))).rows;
};

test("keeps the eight strongest reasons of the latest score", async () => {
  await save(0.2);
  await save(0.4);
  const { rows } = await inTenant((tx) =>
    tx.query<{ probability: number; factors: PackedFactors }>("select probability, factors from lead_scores"),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.probability).toBe(0.4);
  expect(unpackFactors(rows[0]?.factors ?? []).map(({ name }) => name)).toEqual(
    Array.from({ length: 8 }, (_, i) => `factor ${i}`),
  );
});

test("remembers a score that moved by half a point, though it crept, and no smaller move", async () => {
  for (const probability of [0.2, 0.204, 0.204, 0.208, 0.21]) await save(probability);
  expect((await history()).map(({ probability }) => probability)).toEqual([0.2, 0.21]);
});

test.each([
  ["another model serves", () => save(0.2, { modelId: one })],
  ["a challenger comes", () => save(0.2, { shadow: [one, 0.3] })],
])("remembers an unmoved score when %s", async (_, again) => {
  await save(0.2);
  await again();
  await again();
  expect(await history()).toHaveLength(2);
});

test("remembers that the challenger's score moved, or that it is another challenger's", async () => {
  const shadows: [string, number][] = [
    [one, 0.3],
    [one, 0.3],
    [one, 0.4],
    [two, 0.4],
  ];
  for (const shadow of shadows) await save(0.2, { shadow });
  expect((await history()).map(({ shadow }) => shadow)).toEqual([0.3, 0.4, 0.4]);
});

test.each([
  ["an older score never takes the place of a newer one", -1, 0.2],
  ["a score of a clock that ran ahead holds up none", 2 * 3_600_000, 0.4],
])("%s", async (_, ahead, expected) => {
  const now = Date.now();
  await save(0.2, { asOf: new Date(now + ahead) });
  await save(0.4, { asOf: new Date(now + Math.min(0, ahead) - 1_000 * Number(ahead < 0)) });
  const { rows } = await inTenant((tx) =>
    tx.query<{ probability: number }>("select probability from lead_scores"),
  );
  expect(rows).toEqual([{ probability: expected }]);
});

test("passes over a contact that was erased meanwhile", async () => {
  await save(0.2, { id: two });
  expect(await history()).toEqual([]);
});
