import { log } from "#core/log.ts";
import { type Role, roles } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { remembered } from "./remembered.ts";

/** How a workspace knows somebody whose token was right. */
export interface UserStanding {
  /** Undefined: one that this version does not know. */
  role: Role | undefined;
  isActive: boolean;
}

/** Finds a user of a workspace; undefined for somebody that it has not stored. */
export type FindUser = (tenantId: string, user: string) => Promise<UserStanding | undefined>;

interface StoredStanding {
  role: string;
  isActive: boolean;
  /** Whether the last login was noted within the last minute. */
  isNoted: boolean;
}

/** Milliseconds for which the answer holds: deactivating somebody takes as long to reach every process. */
export const userTrustMs = 30_000;

/**
 * Makes the look-up of users for the check of tokens. An active user's last login is noted, at most once a minute.
 * @param now milliseconds since 1970.
 */
export function openFindUser(db: Database, now: () => number = Date.now): FindUser {
  const find = remembered(
    async (question) => {
      const [tenantId = "", user = ""] = JSON.parse(question) as string[];
      return standing(db, tenantId, user);
    },
    { ms: userTrustMs, now },
  );
  return (tenantId, user) => find(JSON.stringify([tenantId, user]));
}

async function standing(db: Database, tenantId: string, user: string): Promise<UserStanding | undefined> {
  const { rows } = await db.readTenant(tenantId, (tx) =>
    tx.query<StoredStanding>(
      `SELECT role, deactivated_at IS NULL AS "isActive",
         coalesce(last_login > now() - interval '1 minute', false) AS "isNoted"
       FROM users WHERE tenant_id = $1 AND id = $2`,
      [tenantId, user],
    ),
  );
  const [stored] = rows;
  if (!stored) return undefined;
  if (stored.isActive && !stored.isNoted) await noteLogin(db, tenantId, user);
  return { role: roles.find((role) => role === stored.role), isActive: stored.isActive };
}

/** When somebody was last here is good to know and not worth a refusal. */
async function noteLogin(db: Database, tenantId: string, user: string): Promise<void> {
  try {
    await db.withTenant(
      tenantId,
      (tx) =>
        tx.query("UPDATE users SET last_login = now() WHERE tenant_id = $1 AND id = $2", [tenantId, user]),
      { idempotent: true },
    );
  } catch (error) {
    log.warn({ err: error }, "a user's last login was not noted");
  }
}
