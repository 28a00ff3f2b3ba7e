import { randomUUID } from "node:crypto";
import { AppError } from "#core/errors.ts";
import type { Database } from "../db/database.ts";

/** A tenant, as its owner names it. */
export interface Workspace {
  id: string;
  name: string;
  isSample: boolean;
  createdAt: Date;
  /** Since when nobody is let in. */
  suspendedAt: Date | null;
}

const columns = `id, name, is_sample AS "isSample", created_at AS "createdAt", suspended_at AS "suspendedAt"`;

/**
 * Finds the workspace of that name, or makes it; several processes may try at once and get the same one.
 * `isSample` counts only when it is made here.
 * @throws AppError VALIDATION_FAILED when a workspace cannot have this name.
 */
export async function ensureWorkspace(
  database: Database,
  name: string,
  { isSample = false }: { isSample?: boolean } = {},
): Promise<Workspace> {
  checkWorkspaceName(name);
  const found = await findWorkspace(database, name);
  if (found) return found;
  await database.withSystem(
    (tx) =>
      tx.query(
        "INSERT INTO tenants (id, name, is_sample) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
        [randomUUID(), name, isSample],
      ),
    { idempotent: true },
  );
  const made = await findWorkspace(database, name);
  if (!made) throw new AppError("CONFLICT", `Workspace ${name} was deleted while it was made. Try again.`);
  return made;
}

/** The workspace of exactly that name; undefined when there is none. */
export async function findWorkspace(database: Database, name: string): Promise<Workspace | undefined> {
  const { rows } = await database.withSystem(
    (tx) => tx.query<Workspace>(`SELECT ${columns} FROM tenants WHERE name = $1`, [name]),
    { idempotent: true },
  );
  return rows[0];
}

/** All workspaces, by name. */
export async function listWorkspaces(database: Database): Promise<Workspace[]> {
  const { rows } = await database.withSystem(
    (tx) => tx.query<Workspace>(`SELECT ${columns} FROM tenants ORDER BY name`),
    { idempotent: true },
  );
  return rows;
}

/** Deletes a workspace and everything in it. Returns false when there was none of that name. */
export async function deleteWorkspace(database: Database, name: string): Promise<boolean> {
  const { rowCount } = await database.withSystem((tx) =>
    tx.query("DELETE FROM tenants WHERE name = $1", [name]),
  );
  return rowCount > 0;
}

/** @throws AppError VALIDATION_FAILED for a name that no workspace can have. */
export function checkWorkspaceName(name: string): void {
  if (/^[A-Za-z0-9_-]{1,63}$/.test(name)) return;
  throw new AppError(
    "VALIDATION_FAILED",
    `A workspace's name has 1 to 63 letters, digits, hyphens or underscores; ${JSON.stringify(name.slice(0, 80))} has not. Choose another, such as acme.`,
  );
}
