import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../../db/database.ts";
import { refreshScores } from "../stored-scores/refresh-scores.ts";
import { castShadow, publishModel } from "./change-models.ts";
import { findModel, servingName } from "./find-model.ts";
import { loadedModel } from "./loaded-models.ts";
import { getModel, type StoredModel, servingModelId } from "./model-store.ts";

export interface ChangeOptions {
  /** Why, for whoever reads the list of models later. */
  note?: string;
  signal?: AbortSignal;
  /** Told in words how far it is. */
  onProgress?: (text: string) => void;
}

/** Which model serves after a change. */
export interface ServingChange {
  version: number;
  /** The version that served before; null when none did. */
  before: number | null;
  /** Open leads scored anew. */
  scored: number;
}

/**
 * Lets a stored model serve, whatever the publish guard thought of it, and scores the open leads anew.
 * @throws AppError NOT_FOUND for an unknown version, NOT_READY for one that this Rapport cannot read.
 */
export function publishVersion(
  db: Database,
  principal: Principal,
  { version, ...options }: ChangeOptions & { version: string },
): Promise<ServingChange> {
  return change(db, principal, options, (tx) => findModel(tx, principal, version));
}

/**
 * Lets a model serve again that served before: the latest such one, or the version named.
 * @throws AppError NOT_FOUND for an unknown version, NOT_READY when it never served or cannot be read.
 */
export function rollBack(
  db: Database,
  principal: Principal,
  { version, ...options }: ChangeOptions & { version?: string },
): Promise<ServingChange> {
  return change(db, principal, options, async (tx) => {
    const model = version ? await findModel(tx, principal, version) : await lastBefore(tx, principal);
    if (model?.publishedAt) return model;
    throw new AppError(
      "NOT_READY",
      model
        ? `Version ${model.version} never served, so there is no way back to it. To let it serve: npm run -s rapport -- models publish ${model.version}`
        : "No other model served before. npm run -s rapport -- models list shows those that could: publish one by its version.",
    );
  });
}

/**
 * Makes a stored model the challenger: its scores of open leads are stored beside the served ones. Null ends the shadow.
 * @throws AppError NOT_FOUND for an unknown version, NOT_READY for one that serves or that this Rapport cannot read.
 */
export async function shadowVersion(
  db: Database,
  principal: Principal,
  { version, ...options }: ChangeOptions & { version: string | null },
): Promise<{ challenger: number | null; scored: number }> {
  const challenger = await db.withTenant(
    principal.tenant.id,
    async (tx) => {
      const model = version === null ? null : await findModel(tx, principal, version);
      if (model?.status === "serving")
        throw new AppError(
          "NOT_READY",
          `Version ${model.version} serves: a challenger is another model than that. Train one with: npm run -s rapport -- train --shadow`,
        );
      if (model) await loadedModel(tx, principal, model.id);
      await castShadow(tx, principal, model?.id ?? null);
      return model?.version ?? null;
    },
    { idempotent: true },
  );
  return { challenger, scored: await rescore(db, principal, options) };
}

async function change(
  db: Database,
  principal: Principal,
  options: ChangeOptions,
  choose: (tx: Transaction) => Promise<StoredModel>,
): Promise<ServingChange> {
  const changed = await db.withTenant(principal.tenant.id, async (tx) => {
    const model = await choose(tx);
    // Read before it serves: one that cannot be would leave every lead without a score.
    await loadedModel(tx, principal, model.id);
    const serving = await servingModelId(tx, principal);
    const before = serving === null ? null : await findModel(tx, principal, servingName);
    if (model.status !== "serving")
      await publishModel(tx, principal, { id: model.id, note: options.note ?? null });
    return { version: model.version, before: before?.version ?? null };
  });
  return { ...changed, scored: await rescore(db, principal, options) };
}

async function rescore(
  db: Database,
  principal: Principal,
  { signal, onProgress }: ChangeOptions,
): Promise<number> {
  const { scored } = await refreshScores(db, principal, {
    scope: "open",
    signal,
    onProgress: (n) => onProgress?.(`Scored ${n} leads`),
  });
  return scored;
}

async function lastBefore(tx: Transaction, principal: Principal): Promise<StoredModel | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from scoring_models where tenant_id = $1 and published_at is not null order by published_at desc, id offset 1 limit 1`,
    [principal.tenant.id],
  );
  const id = rows[0]?.id;
  return id ? getModel(tx, principal, id) : undefined;
}
