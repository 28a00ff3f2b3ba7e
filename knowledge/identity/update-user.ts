import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal, Role } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { unknownUser } from "./list-users.ts";
import { type Preferences, type User, userColumns } from "./user.ts";

export interface UserChange {
  role?: Role | undefined;
  /** null takes it away. */
  email?: string | null | undefined;
  name?: string | null | undefined;
  /** Merged into those that are there (RFC 7396): null takes one away. */
  preferences?: { [Key in keyof Preferences]?: Preferences[Key] | null } | undefined;
  /** false: is not let in any more. */
  active?: boolean | undefined;
}

/**
 * Changes what is given of a user, and tells of another role as role.changed. Running processes follow within 30 s (user-standing.ts).
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT where no active administrator would be left
 */
export async function updateUser(
  tx: Transaction,
  principal: Principal,
  { id, change }: { id: string; change: UserChange },
): Promise<User> {
  authorize(principal, "users:write");
  const { id: tenantId } = principal.tenant;
  const before = await lockUser(tx, tenantId, id);
  const isAdmin = before.role === "ADMIN" && before.deactivatedAt === null;
  const staysAdmin = (change.role ?? "ADMIN") === "ADMIN" && change.active !== false;
  if (isAdmin && !staysAdmin && before.admins < 2) throw lastAdministrator(id);
  const { role = before.role, email = before.email, name = before.name } = change;
  const { rows } = await tx.query<User>(
    `UPDATE users SET role = $3, email = $4, name = $5, preferences = jsonb_strip_nulls(preferences || $6::jsonb),
       deactivated_at = CASE $7::boolean WHEN true THEN NULL WHEN false THEN coalesce(deactivated_at, now()) ELSE deactivated_at END
     WHERE tenant_id = $1 AND id = $2 RETURNING ${userColumns}`,
    [tenantId, id, role, email, name, JSON.stringify(change.preferences ?? {}), change.active ?? null],
  );
  if (role !== before.role) {
    const told = JSON.stringify({ user: id, from: before.role, to: role });
    await tx.query("SELECT rapport_emit('role.changed', '{}', $1)", [told]);
  }
  return rows[0] ?? unknownUser(id);
}

type Locked = Pick<User, "id" | "role" | "email" | "name" | "deactivatedAt">;

/** Locks the active administrators with the user, always in one order: of two that are demoted at once the second sees the first gone. */
async function lockUser(tx: Transaction, tenantId: string, id: string): Promise<Locked & { admins: number }> {
  const { rows } = await tx.query<Locked>(
    `SELECT id, role, email, name, deactivated_at AS "deactivatedAt" FROM users
     WHERE tenant_id = $1 AND (id = $2 OR (role = 'ADMIN' AND deactivated_at IS NULL)) ORDER BY id FOR UPDATE`,
    [tenantId, id],
  );
  const user = rows.find((row) => row.id === id) ?? unknownUser(id);
  const admins = rows.filter(({ role, deactivatedAt }) => role === "ADMIN" && deactivatedAt === null).length;
  return { ...user, admins };
}

function lastAdministrator(id: string): AppError {
  return new AppError(
    "CONFLICT",
    `${JSON.stringify(id.slice(0, 80))} is the last active administrator of the workspace. Make another user ADMIN first.`,
  );
}
