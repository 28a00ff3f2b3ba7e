import { randomUUID } from "node:crypto";
import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../../db/test-database.ts";
import { importContacts } from "../../import/import-contacts.ts";
import { textSource } from "../../import/source.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { randomNumbers, snapshotOf } from "../training/synthetic-leads.ts";
import type { TrainedLeadModel } from "../training/trained-lead-model.ts";
import { storeModel } from "./change-models.ts";
import { noLife } from "./model-life.ts";
import { listModels, type ModelStatus } from "./model-store.ts";

/** For tests: a made-up lead without dates, so that its score does not move with time. */
export interface MadeUpLead {
  id: string;
  budget: number;
  industry: string;
  result: "won" | "lost" | "";
}

/** For tests: leads whose budget and industry decide much of the outcome; "chance": a coin does; "open": not yet. */
export function madeUpLeads(
  prefix: string,
  count: number,
  { seed = 1, truth = "fields" }: { seed?: number; truth?: "fields" | "chance" | "open" } = {},
): MadeUpLead[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, i) => {
    const budget = Math.round(100 * random());
    const industry = random() < 0.5 ? "energy" : "retail";
    const logOdds = truth === "fields" ? (budget - 50) / 10 + (industry === "energy" ? 1.5 : -1.5) : 0;
    const won = random() < 1 / (1 + Math.exp(-logOdds));
    return { id: `${prefix}${i}`, budget, industry, result: truth === "open" ? "" : won ? "won" : "lost" };
  });
}

/** For tests: brings leads in, as a file would. */
export async function importLeads(principal: Principal, leads: readonly MadeUpLead[]): Promise<void> {
  const rows = leads.map(({ id, budget, industry, result }) => [id, budget, industry, result].join(","));
  const csv = ["id,budget,industry,outcome", ...rows].join("\n");
  const source = textSource("leads.csv", csv);
  await importContacts(testDatabase(), principal, source, { id: "id", outcome: "outcome" });
}

/** For tests: the leads as training sees them. */
export function labelled(leads: readonly MadeUpLead[]): LabelledLead[] {
  return leads.map(({ id, budget, industry, result }) => ({
    key: id,
    snapshot: snapshotOf({ contactId: id, fields: { budget, industry } }),
    result: result || "lost",
    endedAt: null,
  }));
}

/** For tests: stores a model that was trained elsewhere, and returns its id. */
export async function storeTrained(
  principal: Principal,
  { artifact, report }: Pick<TrainedLeadModel, "report"> & { artifact: object },
  trainedAt = new Date(),
): Promise<string> {
  const id = randomUUID();
  const model = { id, kind: report.kind, artifact, report, life: noLife, dataHash: "", trainedAt };
  await testDatabase().withTenant(principal.tenant.id, (tx) => storeModel(tx, principal, model));
  return id;
}

/** For tests: each version's status. */
export async function statuses(principal: Principal): Promise<Record<number, ModelStatus>> {
  const models = await testDatabase().readTenant(principal.tenant.id, (tx) => listModels(tx, principal));
  return Object.fromEntries(models.map(({ version, status }) => [version, status]));
}

/** For tests: an artifact such as another version of Rapport may have written. */
export const foreignArtifact = { format: 99 };
