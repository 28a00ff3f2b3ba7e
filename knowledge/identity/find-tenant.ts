import { refuseSuspended } from "#core/refuse-suspended.ts";
import type { Database } from "../db/database.ts";
import { remembered } from "./remembered.ts";

export interface Tenant {
  id: string;
  name: string;
}

/** Milliseconds for which the directory's answer holds. */
const tenantTrustMs = 30_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes the look-up of a workspace by its name or its id; undefined when there is none.
 * What looks like an id is never taken for a name: a workspace could be named like another's id.
 * The look-up throws AppError FORBIDDEN for one that is suspended.
 */
export function openFindTenant(
  db: Database,
  now: () => number = Date.now,
): (nameOrId: string) => Promise<Tenant | undefined> {
  const ask = async (nameOrId: string) => {
    const column = uuid.test(nameOrId) ? "id" : "name";
    const { rows } = await db.withSystem(
      (tx) =>
        tx.query<Tenant & { suspendedAt: Date | null }>(
          `SELECT id, name, suspended_at AS "suspendedAt" FROM tenants WHERE ${column} = $1`,
          [nameOrId],
        ),
      { idempotent: true },
    );
    const [found] = rows;
    if (!found) return undefined;
    const { id, name } = refuseSuspended(found);
    return { id, name };
  };
  return remembered(ask, { ms: tenantTrustMs, now });
}
