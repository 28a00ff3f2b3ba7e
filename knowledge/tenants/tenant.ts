import { AppError } from "#core/errors.ts";
import type { Database, Transaction } from "../db/database.ts";

/** A workspace as its operator sees it. */
export interface Tenant {
  id: string;
  name: string;
  isSample: boolean;
  /** For trying things out: nothing leaves it, and it may be emptied at any time. */
  isSandbox: boolean;
  createdAt: Date;
  /** Since when nobody is let in. */
  suspendedAt: Date | null;
}

const columns = `id, name, is_sample as "isSample", is_sandbox as "isSandbox", created_at as "createdAt", suspended_at as "suspendedAt"`;

/** All of them, by name. */
export async function listTenants(db: Database): Promise<Tenant[]> {
  return db.withSystem(
    async (tx) => (await tx.query<Tenant>(`select ${columns} from tenants order by name`)).rows,
    { idempotent: true },
  );
}

/** @throws AppError NOT_FOUND */
export async function getTenant(db: Database, name: string): Promise<Tenant> {
  return db.withSystem(
    async (tx) =>
      found((await tx.query<Tenant>(`select ${columns} from tenants where name = $1`, [name])).rows, name),
    { idempotent: true },
  );
}

/** Lets nobody in from now on; running processes follow within 30 s. Again is no error. @throws AppError NOT_FOUND */
export function suspendTenant(db: Database, name: string): Promise<Tenant> {
  return db.withSystem((tx) => setSuspended(tx, { name, value: "coalesce(suspended_at, now())" }), {
    idempotent: true,
  });
}

/** Lets them in again. @throws AppError NOT_FOUND */
export function resumeTenant(db: Database, name: string): Promise<Tenant> {
  return db.withSystem((tx) => setSuspended(tx, { name, value: "null" }), { idempotent: true });
}

async function setSuspended(
  tx: Transaction,
  { name, value }: { name: string; value: "coalesce(suspended_at, now())" | "null" },
): Promise<Tenant> {
  const { rows } = await tx.query<Tenant>(
    `update tenants set suspended_at = ${value} where name = $1 returning ${columns}`,
    [name],
  );
  return found(rows, name);
}

function found([tenant]: readonly Tenant[], name: string): Tenant {
  if (tenant) return tenant;
  throw new AppError(
    "NOT_FOUND",
    `There is no workspace ${JSON.stringify(name.slice(0, 80))}. See: rapport tenants list.`,
  );
}
