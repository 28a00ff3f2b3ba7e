import { z } from "zod";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type TrainingReport, trainingReport } from "../training/report.ts";
import { type ModelLife, modelLife, noLife } from "./model-life.ts";

/** What a model is to its workspace now. */
export const modelStatus = z.enum(["serving", "challenger", "published before", "never published"]);
export type ModelStatus = z.infer<typeof modelStatus>;

/** A stored model's description: safe to show, no personal data. */
export interface StoredModel {
  id: string;
  /** 1, 2, 3 … in the order of training. */
  version: number;
  kind: string;
  status: ModelStatus;
  /** Null when another version of Rapport wrote it. */
  report: TrainingReport | null;
  life: ModelLife;
  /** SHA-256 of what it was trained on. */
  dataHash: string | null;
  trainedAt: Date;
  /** When it last began to serve. */
  publishedAt: Date | null;
  publishedBy: string | null;
  publishNote: string | null;
  /** Since when its scores are stored without being served. */
  shadowSince: Date | null;
}

/** The id of the model that serves, or null while none is trained. */
export async function servingModelId(tx: Transaction, principal: Principal): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from (${servingSql}) serving`,
    [principal.tenant.id],
    { prepared: true },
  );
  return rows[0]?.id ?? null;
}

/** The id of the model that runs in the shadow of the serving one, or null without any. */
export async function challengerModelId(tx: Transaction, principal: Principal): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(`select id from (${challengerSql}) challenger`, [
    principal.tenant.id,
  ]);
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

const listed = 50;

/** The serving model and the challenger, then the workspace's other models, the newest first: at most 50. */
export async function listModels(tx: Transaction, principal: Principal): Promise<StoredModel[]> {
  const { rows } = await tx.query<ModelRow>(
    `${describedSql} where tenant_id = $1 order by status = 'serving' desc, status = 'challenger' desc, version desc limit ${listed}`,
    [principal.tenant.id],
  );
  return rows.map(toStoredModel);
}

/** One model's description, by its id or its version, or undefined for an unknown one. */
export async function getModel(
  tx: Transaction,
  principal: Principal,
  which: string | number,
): Promise<StoredModel | undefined> {
  const by = typeof which === "number" ? "version = $2::bigint" : "id::text = $2";
  const { rows } = await tx.query<ModelRow>(`${describedSql} where tenant_id = $1 and ${by}`, [
    principal.tenant.id,
    which,
  ]);
  return rows[0] && toStoredModel(rows[0]);
}

const servingSql = `select id, published_at from scoring_models where tenant_id = $1 and published_at is not null
  order by published_at desc, id limit 1`;

const challengerSql = `select id from scoring_models where tenant_id = $1 and shadow_since is not null
  and id not in (select id from (${servingSql}) serving) order by shadow_since desc, id limit 1`;

const describedSql = `select id, version, kind, report, data_hash, trained_at, published_at, published_by, publish_note, shadow_since, status
  from (select *, case when id in (select id from (${servingSql}) serving) then 'serving'
      when id in (select id from (${challengerSql}) challenger) then 'challenger'
      when published_at is not null then 'published before' else 'never published' end as status
    from scoring_models where tenant_id = $1) described`;

interface ModelRow {
  id: string;
  version: number;
  kind: string;
  status: ModelStatus;
  report: { life?: unknown };
  data_hash: string | null;
  trained_at: Date;
  published_at: Date | null;
  published_by: string | null;
  publish_note: string | null;
  shadow_since: Date | null;
}

function toStoredModel(row: ModelRow): StoredModel {
  const { id, version, kind, status } = row;
  return {
    id,
    version,
    kind,
    status,
    report: trainingReport.safeParse(row.report).data ?? null,
    life: modelLife.safeParse(row.report.life).data ?? noLife,
    dataHash: row.data_hash,
    trainedAt: row.trained_at,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    publishNote: row.publish_note,
    shadowSince: row.shadow_since,
  };
}
