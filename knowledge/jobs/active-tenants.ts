import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";

/** Ids of the tenants that are not suspended. */
export async function activeTenants(db: Database): Promise<string[]> {
  const { rows } = await db.withSystem(
    (tx) => tx.query<{ id: string }>(`select id from tenants where suspended_at is null order by id`),
    { idempotent: true },
  );
  return rows.map(({ id }) => id);
}

/** Who works on a tenant's jobs; undefined for one that was deleted or suspended meanwhile. */
export async function jobPrincipal(db: Database, tenantId: string): Promise<Principal | undefined> {
  const { rows } = await db.withSystem(
    (tx) =>
      tx.query<{ id: string; name: string }>(
        `select id, name from tenants where id = $1 and suspended_at is null`,
        [tenantId],
      ),
    { idempotent: true },
  );
  const [tenant] = rows;
  return tenant && { tenant, user: "worker", roles: ["ADMIN"], kind: "local" };
}
