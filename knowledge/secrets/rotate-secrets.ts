import type { Database, Transaction } from "../db/database.ts";
import { type SecretColumn, secretColumns } from "./secret-columns.ts";
import { keyVersionOf } from "./secret-text.ts";
import type { Secrets } from "./secrets.ts";

export interface Rotated {
  /** Workspaces that hold secrets. */
  tenants: number;
  secrets: number;
  /** Of them, those that another key had encrypted. */
  rotated: number;
  /** The key that all are encrypted with now. */
  version: number;
}

/**
 * Encrypts every stored secret of every tenant with the newest key, a tenant at a time; those that have it already stay as they are.
 * @throws AppError NOT_READY when a secret cannot be decrypted; the tenants before it are done.
 */
export async function rotateSecrets(db: Database, secrets: Secrets): Promise<Rotated> {
  const version = await secrets.currentVersion();
  const { rows } = await db.withSystem(
    (tx) => tx.query<{ id: string }>("SELECT id FROM tenants ORDER BY id"),
    {
      idempotent: true,
    },
  );
  const total: Rotated = { tenants: 0, secrets: 0, rotated: 0, version };
  for (const { id: tenantId } of rows) {
    const done = await db.withTenant(tenantId, (tx) => rotateTenant(tx, { tenantId, secrets, version }), {
      idempotent: true,
    });
    if (done.secrets > 0) total.tenants++;
    total.secrets += done.secrets;
    total.rotated += done.rotated;
  }
  return total;
}

interface TenantRotation {
  tenantId: string;
  secrets: Secrets;
  version: number;
}

async function rotateTenant(tx: Transaction, rotation: TenantRotation) {
  const done = { secrets: 0, rotated: 0 };
  for (const column of secretColumns) {
    const { rows } = await tx.query<{ id: string; secret: string }>(
      `SELECT id, ${column.name} AS secret FROM ${column.table} WHERE tenant_id = $1 AND ${column.name} IS NOT NULL FOR UPDATE`,
      [rotation.tenantId],
    );
    const old = rows.filter(({ secret }) => keyVersionOf(secret) !== rotation.version);
    for (const row of old) await rotateOne(tx, { ...rotation, column, ...row });
    done.secrets += rows.length;
    done.rotated += old.length;
  }
  return done;
}

async function rotateOne(
  tx: Transaction,
  {
    tenantId,
    secrets,
    column,
    id,
    secret,
  }: TenantRotation & { column: SecretColumn; id: string; secret: string },
): Promise<void> {
  const scope = { tenantId, purpose: column.purpose(id) };
  const renewed = await secrets.encrypt(scope, await secrets.decrypt(scope, secret));
  await tx.query(`UPDATE ${column.table} SET ${column.name} = $3 WHERE tenant_id = $1 AND id = $2`, [
    tenantId,
    id,
    renewed,
  ]);
}
