import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { defaultStages } from "./default-stages.ts";
import { type Stage, stageRules } from "./stage-rules.ts";

/** The stages that a workspace's journeys are read by. */
export interface StoredStages {
  stages: readonly Stage[];
  /** True: the workspace has none of its own. */
  isDefault: boolean;
  updatedAt: Date | null;
  updatedBy: string | null;
}

/** The workspace's stages, or the default ones. @throws AppError NOT_READY when what is stored cannot be read any more. */
export async function loadStages(tx: Transaction, principal: Principal): Promise<StoredStages> {
  const { rows } = await tx.query<{ stages: unknown; updated_at: Date; updated_by: string }>(
    "select stages, updated_at, updated_by from journey_stages where tenant_id = $1",
    [principal.tenant.id],
  );
  const row = rows[0];
  if (!row) return { stages: defaultStages, isDefault: true, updatedAt: null, updatedBy: null };
  const parsed = stageRules.safeParse(row.stages);
  if (!parsed.success) {
    throw new AppError(
      "NOT_READY",
      "This version of Rapport cannot read the workspace's stages. Set them anew with `rapport stages set`, or go back to the default ones with `rapport stages reset`.",
    );
  }
  return { stages: parsed.data, isDefault: false, updatedAt: row.updated_at, updatedBy: row.updated_by };
}

/** Replaces the workspace's stages. */
export async function saveStages(
  tx: Transaction,
  principal: Principal,
  stages: readonly Stage[],
): Promise<void> {
  await tx.query(
    `insert into journey_stages (tenant_id, stages, updated_by, updated_at) values ($1, $2, $3, now())
      on conflict (tenant_id) do update set stages = excluded.stages, updated_by = excluded.updated_by, updated_at = now()`,
    [principal.tenant.id, JSON.stringify(stages), principal.user],
  );
}

/** Goes back to the default stages; false when they served already. */
export async function resetStages(tx: Transaction, principal: Principal): Promise<boolean> {
  const { rowCount } = await tx.query("delete from journey_stages where tenant_id = $1", [
    principal.tenant.id,
  ]);
  return rowCount > 0;
}
