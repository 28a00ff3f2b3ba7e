import { authorize } from "#core/access.ts";
import { AppError } from "#core/errors.ts";
import type { Principal, Role } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type Preferences, type User, userColumns } from "./user.ts";

export interface NewUser {
  /** As it stands in tokens and in contacts' assigned_to: 1 to 200 characters. */
  id: string;
  role: Role;
  email?: string | null | undefined;
  name?: string | null | undefined;
  preferences?: Preferences | undefined;
}

/** Stores a person of the workspace and tells of it as user.created. @throws AppError FORBIDDEN, CONFLICT for an id in use */
export async function createUser(
  tx: Transaction,
  principal: Principal,
  { id, role, email, name, preferences = {} }: NewUser,
): Promise<User> {
  authorize(principal, "users:write");
  const { rows } = await tx.query<User>(
    `INSERT INTO users (tenant_id, id, email, name, role, preferences) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id, id) DO NOTHING RETURNING ${userColumns}`,
    [principal.tenant.id, id, email ?? null, name ?? null, role, JSON.stringify(preferences)],
  );
  const [user] = rows;
  if (!user) {
    throw new AppError(
      "CONFLICT",
      `There is a user ${JSON.stringify(id.slice(0, 80))} already. Change that one, or choose another id.`,
    );
  }
  await tx.query("SELECT rapport_emit('user.created', '{}', $1)", [JSON.stringify({ user: id, role })]);
  return user;
}
