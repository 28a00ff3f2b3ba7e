import { AppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { type Permission, permissions } from "#core/permission.ts";
import { type Principal, type Role, roles } from "#core/principal.ts";
import { refuseSuspended } from "#core/refuse-suspended.ts";
import type { Database } from "../db/database.ts";
import { hashOf, isSecret, type KeyCredential, readKey } from "./key-credential.ts";
import { remembered } from "./remembered.ts";

interface StoredKey {
  hash: string;
  user: string;
  roles: string[];
  scopes: string[] | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  tenant: string;
  /** Since when nobody is let into the workspace. */
  suspendedAt: Date | null;
  /** Whether the last use was noted within the last minute. */
  isNoted: boolean;
  /** Whether the user that it acts for was deactivated. */
  isOrphaned: boolean;
}

interface Verified {
  principal: Principal;
  expiresAt: Date | null;
}

/** Milliseconds for which a verified key is let in without asking the database: revoking takes as long to reach every process. */
export const keyTrustMs = 30_000;

export type VerifyKey = (key: string) => Promise<Principal>;

/**
 * Makes the check of API keys over one database. Keys that were right are remembered, wrong ones never.
 * @param now milliseconds since 1970.
 */
export function openVerifyKey(db: Database, now: () => number = Date.now): VerifyKey {
  const verified = remembered(
    async (key: string) => {
      const credential = readKey(key);
      if (!credential) throw refused("is not one of ours. Copy it again, whole");
      return verify(db, credential, now);
    },
    { ms: keyTrustMs, now, nameOf: hashOf },
  );
  return async (key) => {
    const { principal, expiresAt } = await verified(key);
    if (expiresAt && expiresAt.getTime() <= now()) throw refused("has expired. Make a new one");
    return principal;
  };
}

async function verify(
  db: Database,
  { tenantId, keyId, secret }: KeyCredential,
  now: () => number,
): Promise<Verified> {
  const { rows } = await db.readTenant(tenantId, (tx) =>
    tx.query<StoredKey>(
      `SELECT k.hash, k.user_id AS "user", k.roles, k.scopes, k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
         t.name AS tenant, t.suspended_at AS "suspendedAt", coalesce(k.last_used_at > now() - interval '1 minute', false) AS "isNoted",
         EXISTS (SELECT FROM users u WHERE u.tenant_id = $1 AND u.id = k.user_id AND u.deactivated_at IS NOT NULL) AS "isOrphaned"
       FROM api_keys k JOIN tenants t ON t.id = k.tenant_id WHERE k.tenant_id = $1 AND k.id = $2`,
      [tenantId, keyId],
    ),
  );
  const [stored] = rows;
  // The same words for a key that never was and for a wrong secret: nobody learns which keys there are.
  if (!stored || !isSecret(secret, stored.hash))
    throw refused("is not known here. Check that it is copied whole");
  if (stored.revokedAt) throw refused("was revoked. Make a new one");
  if (stored.expiresAt && stored.expiresAt.getTime() <= now()) throw refused("has expired. Make a new one");
  if (stored.isOrphaned) throw deactivated(stored.user);
  refuseSuspended({ name: stored.tenant, suspendedAt: stored.suspendedAt });
  if (!stored.isNoted) await noteUse(db, tenantId, keyId);
  const { user, expiresAt } = stored;
  const scopes = stored.scopes?.filter(isPermission);
  const principal: Principal = {
    tenant: { id: tenantId, name: stored.tenant },
    user,
    roles: stored.roles.filter(isRole),
    kind: "key",
    ...(scopes && { scopes }),
  };
  return { principal, expiresAt };
}

/** When a key was last used is good to know and not worth a refusal. */
async function noteUse(db: Database, tenantId: string, keyId: string): Promise<void> {
  try {
    await db.withTenant(
      tenantId,
      (tx) =>
        tx.query("UPDATE api_keys SET last_used_at = now() WHERE tenant_id = $1 AND id = $2", [
          tenantId,
          keyId,
        ]),
      { idempotent: true },
    );
  } catch (error) {
    log.warn({ err: error }, "the last use of a key was not noted");
  }
}

function deactivated(user: string): AppError {
  return new AppError(
    "FORBIDDEN",
    `This API key acts for ${user}, who was deactivated. Ask an administrator for a key of another user.`,
  );
}

function refused(why: string): AppError {
  return new AppError("UNAUTHENTICATED", `This API key ${why}: rapport keys create.`);
}

function isRole(name: string): name is Role {
  return roles.some((role) => role === name);
}

function isPermission(name: string): name is Permission {
  return permissions.some((permission) => permission === name);
}
