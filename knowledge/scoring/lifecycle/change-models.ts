import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { GuardVerdict, ModelLife } from "./model-life.ts";
import { servingModelId } from "./model-store.ts";

/** A model fresh from training. */
export interface NewModel {
  id: string;
  kind: string;
  artifact: object;
  report: object;
  life: ModelLife;
  dataHash: string;
  trainedAt: Date;
}

/**
 * Stores a model that does not serve yet, under the workspace's next version number. Storing the same id twice changes
 * nothing. Returns its version.
 */
export async function storeModel(tx: Transaction, principal: Principal, model: NewModel): Promise<number> {
  await takeTurns(tx, principal);
  await tx.query(
    `insert into scoring_models (tenant_id, id, version, kind, artifact, report, data_hash, trained_at)
      select $1, $2, 1 + coalesce(max(version), 0), $3, $4, $5, $6, $7 from scoring_models where tenant_id = $1
      on conflict (tenant_id, id) do nothing`,
    [
      principal.tenant.id,
      model.id,
      model.kind,
      JSON.stringify(model.artifact),
      JSON.stringify({ ...model.report, life: model.life }),
      model.dataHash,
      model.trainedAt,
    ],
  );
  const { rows } = await tx.query<{ version: number }>(
    `select version from scoring_models where tenant_id = $1 and id = $2`,
    [principal.tenant.id, model.id],
  );
  return rows[0]?.version ?? 0;
}

export interface Publication {
  id: string;
  note: string | null;
}

/** Lets a model serve from now on, whatever serves. A challenger that comes to serve casts no shadow any more. */
export async function publishModel(
  tx: Transaction,
  principal: Principal,
  { id, note }: Publication,
): Promise<void> {
  await takeTurns(tx, principal);
  // Never the same moment as another's, nor before it, whatever the clock does: the last to publish serves.
  await tx.query(
    `update scoring_models set published_by = $3, publish_note = $4, shadow_since = null,
        published_at = (select greatest(clock_timestamp(), max(published_at) + interval '1 microsecond') from scoring_models where tenant_id = $1)
      where tenant_id = $1 and id = $2`,
    [principal.tenant.id, id, principal.user, note],
  );
}

/**
 * Keeps the guard's verdict on a model and, if it says so, publishes it: unless another model serves meanwhile than the
 * one that the verdict is about. Says whether it was kept.
 */
export async function settle(
  tx: Transaction,
  principal: Principal,
  { id, verdict, serving }: { id: string; verdict: GuardVerdict; serving: string | null },
): Promise<boolean> {
  await takeTurns(tx, principal);
  const now = await servingModelId(tx, principal);
  // The model itself: the connection was lost after it had been published, and this is the second try.
  if (now !== serving && now !== id) return false;
  await tx.query(
    `update scoring_models set report = jsonb_set(report, '{life,guard}', $3) where tenant_id = $1 and id = $2`,
    [principal.tenant.id, id, JSON.stringify(verdict)],
  );
  if (verdict.publish) await publishModel(tx, principal, { id, note: verdict.reason });
  return true;
}

/** Makes a model the challenger from now on, or, with null, ends every shadow. */
export async function castShadow(tx: Transaction, principal: Principal, id: string | null): Promise<void> {
  await takeTurns(tx, principal);
  await tx.query(
    `update scoring_models set shadow_since = case when id = $2 then coalesce(shadow_since, clock_timestamp()) end
      where tenant_id = $1 and (id = $2 or shadow_since is not null)`,
    [principal.tenant.id, id],
  );
}

/** Versions are numbered, and models published, one after another in a workspace. */
async function takeTurns(tx: Transaction, principal: Principal): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('rapport.models.' || $1, 0))`, [
    principal.tenant.id,
  ]);
}
