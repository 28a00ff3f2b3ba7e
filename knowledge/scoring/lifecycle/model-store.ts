import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type TrainingReport, trainingReport } from "../training/report.ts";

/** A stored model's description: safe to show, no personal data. */
export interface StoredModel {
  id: string;
  kind: string;
  report: TrainingReport;
  trainedAt: Date;
  publishedAt: Date | null;
}

export interface NewModel {
  id: string;
  kind: string;
  artifact: unknown;
  report: unknown;
  trainedAt: Date;
}

/** Stores a model and lets it serve from now on. Saving the same id twice changes nothing. */
export async function publishModel(tx: Transaction, principal: Principal, model: NewModel): Promise<void> {
  await tx.query(
    `insert into scoring_models (tenant_id, id, version, kind, artifact, report, trained_at, published_at)
      select $1, $2, 1 + coalesce(max(version), 0), $3, $4, $5, $6, now() from scoring_models where tenant_id = $1
      on conflict (tenant_id, id) do nothing`,
    [
      principal.tenant.id,
      model.id,
      model.kind,
      JSON.stringify(model.artifact),
      JSON.stringify(model.report),
      model.trainedAt,
    ],
  );
}

/** The id of the model that serves, or null while none is trained. */
export async function servingModelId(tx: Transaction, principal: Principal): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from scoring_models where tenant_id = $1 and published_at is not null order by published_at desc, id limit 1`,
    [principal.tenant.id],
  );
  return rows[0]?.id ?? null;
}

/** The stored form of a model, or undefined for an unknown id. */
export async function readArtifact(tx: Transaction, principal: Principal, id: string): Promise<unknown> {
  const { rows } = await tx.query<{ artifact: unknown }>(
    `select artifact from scoring_models where tenant_id = $1 and id = $2`,
    [principal.tenant.id, id],
  );
  return rows[0]?.artifact;
}

/** The workspace's models, the newest first, at most 50. */
export async function listModels(tx: Transaction, principal: Principal): Promise<StoredModel[]> {
  const { rows } = await tx.query<ModelRow>(
    `select id, kind, report, trained_at, published_at from scoring_models where tenant_id = $1
      order by published_at desc nulls last, id limit 50`,
    [principal.tenant.id],
  );
  return rows.map(toStoredModel);
}

/** One model's description, or undefined for an unknown id. */
export async function getModel(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<StoredModel | undefined> {
  const { rows } = await tx.query<ModelRow>(
    `select id, kind, report, trained_at, published_at from scoring_models where tenant_id = $1 and id::text = $2`,
    [principal.tenant.id, id],
  );
  return rows[0] && toStoredModel(rows[0]);
}

interface ModelRow {
  id: string;
  kind: string;
  report: unknown;
  trained_at: Date;
  published_at: Date | null;
}

function toStoredModel(row: ModelRow): StoredModel {
  const { id, kind, report, trained_at: trainedAt, published_at: publishedAt } = row;
  return { id, kind, report: trainingReport.parse(report), trainedAt, publishedAt };
}
