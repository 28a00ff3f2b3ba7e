import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { type ApiKey, keyColumns } from "./api-key.ts";

/**
 * Revokes a key by its id or by its name; again is no error. Other processes let it in for up to 30 seconds more (verify-key.ts).
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function revokeKey(db: Database, principal: Principal, key: string): Promise<ApiKey> {
  authorize(principal, "keys:write");
  const { id: tenantId } = principal.tenant;
  // A name may have been used before: of several, the one that is still let in.
  const { rows } = await db.withTenant(
    tenantId,
    (tx) =>
      tx.query<ApiKey>(
        `UPDATE api_keys SET revoked_at = coalesce(revoked_at, now())
         WHERE tenant_id = $1 AND id = (
           SELECT id FROM api_keys WHERE tenant_id = $1 AND (id::text = $2 OR name = $2)
           ORDER BY id::text = $2 DESC, revoked_at DESC NULLS FIRST LIMIT 1
         ) RETURNING ${keyColumns}`,
        [tenantId, key],
      ),
    { idempotent: true },
  );
  const [revoked] = rows;
  if (revoked) return revoked;
  throw new AppError(
    "NOT_FOUND",
    `There is no key ${JSON.stringify(key.slice(0, 80))}. List the keys to see their names and ids.`,
  );
}
