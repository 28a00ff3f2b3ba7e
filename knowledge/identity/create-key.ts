import { randomUUID } from "node:crypto";
import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Permission } from "#core/permission.ts";
import type { Principal, Role } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { type ApiKey, keyColumns } from "./api-key.ts";
import { makeKey } from "./key-credential.ts";

export interface NewKey {
  /** For people: 1 to 60 characters, unique among the keys that are not revoked. */
  name: string;
  roles: readonly Role[];
  /** Absent: all that the roles grant. */
  scopes?: readonly Permission[] | undefined;
  expiresAt?: Date | undefined;
  /** On whose behalf; by default `key:<name>`, which owns no records. */
  user?: string | undefined;
}

/**
 * Makes an API key and tells of it as access.granted. Its text is returned here and nowhere else: only the hash of its secret is stored.
 * @throws AppError FORBIDDEN, VALIDATION_FAILED for a name, roles, scopes or a date that cannot be, CONFLICT for a name in use.
 */
export async function createKey(
  db: Database,
  principal: Principal,
  { name, roles, scopes, expiresAt, user = `key:${name}` }: NewKey,
): Promise<{ key: string; stored: ApiKey }> {
  authorize(principal, "keys:write");
  checkNew({ name, roles, scopes, expiresAt, user });
  checkWithin(principal, scopes);
  const { id: tenantId } = principal.tenant;
  const id = randomUUID();
  const { key, hash } = makeKey(tenantId, id);
  const stored = await db.withTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<ApiKey>(
      `INSERT INTO api_keys (tenant_id, id, name, hash, user_id, roles, scopes, created_by, expires_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
       WHERE NOT EXISTS (SELECT FROM api_keys WHERE tenant_id = $1 AND name = $3 AND revoked_at IS NULL)
       RETURNING ${keyColumns}`,
      [tenantId, id, name, hash, user, roles, scopes ?? null, principal.user, expiresAt ?? null],
    );
    const told = JSON.stringify({ key: id, user, roles });
    if (rows[0]) await tx.query("SELECT rapport_emit('access.granted', '{}', $1)", [told]);
    return rows[0];
  });
  if (stored) return { key, stored };
  throw new AppError(
    "CONFLICT",
    `There is a key ${JSON.stringify(name)} already. Revoke it, or choose another name.`,
  );
}

function checkNew({ name, roles, scopes, expiresAt, user }: NewKey): void {
  const problem = !isName(name)
    ? "A key's name has 1 to 60 letters, digits, spaces, dots, hyphens or underscores. Choose another, such as crm-sync."
    : !user || user.length > 200 || /\p{Cc}/u.test(user)
      ? "The user that a key acts for has 1 to 200 characters. Use the id that stands in assigned_to."
      : roles.length === 0
        ? "A key needs a role. Give at least one."
        : scopes?.length === 0
          ? "A key that is confined to no scope could do nothing. Give scopes, or leave them out."
          : expiresAt && expiresAt <= new Date()
            ? "A key cannot expire in the past. Give a later moment."
            : undefined;
  if (problem) throw new AppError("VALIDATION_FAILED", problem);
}

function isName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name);
}

/** Whoever is confined makes no key that is not. */
function checkWithin({ scopes: held }: Principal, scopes: NewKey["scopes"]): void {
  if (!held || scopes?.every((scope) => held.includes(scope))) return;
  throw new AppError(
    "FORBIDDEN",
    `A key made with this credential may carry these scopes only: ${held.join(", ")}.`,
  );
}
