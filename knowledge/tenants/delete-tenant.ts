import { AppError } from "#core/errors.ts";
import type { Database } from "../db/database.ts";
import { emptyTables } from "./empty-tables.ts";
import { getTenant, suspendTenant } from "./tenant.ts";

/**
 * Deletes a workspace and everything that is kept of it in the database. Nobody is let in from the first moment on; what is written meanwhile by those who were let in
 * before goes last. Called again it goes on where it was interrupted.
 * @throws AppError NOT_FOUND
 */
export async function deleteTenant(
  db: Database,
  name: string,
  { onRows }: { onRows?: ((table: string, rows: number) => void) | undefined } = {},
): Promise<void> {
  const { id } = await suspendTenant(db, name);
  await emptyTables(db, id, { keep: ["tenants"], onRows });
  await db.withSystem(
    async (tx) => {
      await tx.query("delete from tenants where id = $1", [id]);
      await tx.query("delete from event_queue where tenant = $1", [id]);
      // Counted by t:, u: or k: and the id.
      await tx.query("delete from request_counts where position($1 in key) > 0", [id]);
      const { rows } = await tx.query<{ jobs: string | null }>("select to_regclass('pgboss.job') as jobs");
      if (rows[0]?.jobs) await tx.query("delete from pgboss.job where data ->> 'tenant' = $1", [id]);
    },
    { idempotent: true },
  );
}

/** Empties a sandbox; its keys, users and limits stay. @throws AppError NOT_FOUND, FORBIDDEN for a workspace that is no sandbox. */
export async function resetSandbox(
  db: Database,
  name: string,
  { onRows }: { onRows?: ((table: string, rows: number) => void) | undefined } = {},
): Promise<void> {
  const tenant = await getTenant(db, name);
  refuseUnlessSandbox(tenant);
  await emptyTables(db, tenant.id, { keep: ["tenants", "users", "api_keys", "limit_settings"], onRows });
}

function refuseUnlessSandbox({ name, isSandbox }: { name: string; isSandbox: boolean }): void {
  if (isSandbox) return;
  throw new AppError(
    "FORBIDDEN",
    `The workspace ${name} is no sandbox, so it is not emptied. Delete it with: rapport tenants delete ${name}.`,
  );
}
