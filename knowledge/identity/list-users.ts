import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type User, userColumns } from "./user.ts";

export interface UserQuery {
  /** Users at most. */
  limit: number;
  /** Those whose ids come after this one. */
  after?: string | undefined;
  /** Those too that were deactivated. */
  includeDeactivated?: boolean;
}

/** A workspace's users, by id. @throws AppError FORBIDDEN */
export async function listUsers(
  tx: Transaction,
  principal: Principal,
  { limit, after, includeDeactivated = false }: UserQuery,
): Promise<User[]> {
  authorize(principal, "users:read");
  const { rows } = await tx.query<User>(
    `SELECT ${userColumns} FROM users
     WHERE tenant_id = $1 AND ($2::text IS NULL OR id > $2) AND ($3 OR deactivated_at IS NULL) ORDER BY id LIMIT $4`,
    [principal.tenant.id, after ?? null, includeDeactivated, limit],
  );
  return rows;
}

/** One user by id, deactivated or not. @throws AppError FORBIDDEN, NOT_FOUND */
export async function readUser(tx: Transaction, principal: Principal, id: string): Promise<User> {
  authorize(principal, "users:read");
  const { rows } = await tx.query<User>(`SELECT ${userColumns} FROM users WHERE tenant_id = $1 AND id = $2`, [
    principal.tenant.id,
    id,
  ]);
  return rows[0] ?? unknownUser(id);
}

/** @throws AppError NOT_FOUND */
export function unknownUser(id: string): never {
  throw new AppError(
    "NOT_FOUND",
    `There is no user ${JSON.stringify(id.slice(0, 80))}. List the users to see their ids.`,
  );
}
