import { authorize } from "#core/access.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { type ApiKey, keyColumns } from "./api-key.ts";

/** A workspace's keys, newest first, those that were revoked too. @throws AppError FORBIDDEN */
export async function listKeys(db: Database, principal: Principal): Promise<ApiKey[]> {
  authorize(principal, "keys:read");
  const { id: tenantId } = principal.tenant;
  const { rows } = await db.readTenant(tenantId, (tx) =>
    tx.query<ApiKey>(
      `SELECT ${keyColumns} FROM api_keys WHERE tenant_id = $1 ORDER BY created_at DESC, id LIMIT 1000`,
      [tenantId],
    ),
  );
  return rows;
}
