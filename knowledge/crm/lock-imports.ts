import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** Lets the imports of one workspace take turns, batch by batch, so that none makes a contact that another just made. */
export async function lockImports(tx: Transaction, principal: Principal): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('rapport.import.' || $1, 0))`, [
    principal.tenant.id,
  ]);
}
