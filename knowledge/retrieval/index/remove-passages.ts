import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** Deletes passages; a trigger takes their postings, names and counts with them. */
export async function removePassages(
  tx: Transaction,
  principal: Principal,
  nos: readonly number[],
): Promise<void> {
  if (nos.length === 0) return;
  await tx.query(`delete from passages where tenant_id = $1 and no = any($2::int[])`, [
    principal.tenant.id,
    nos,
  ]);
}
