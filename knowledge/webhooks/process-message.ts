import { AppError } from "#core/errors.ts";
import type { Database, Transaction } from "../db/database.ts";
import { applyMessage } from "./apply-message.ts";
import { incomingMessage } from "./message-kinds.ts";
import { sourcePrincipal } from "./source-principal.ts";

export interface MessageId {
  /** The tenant's id. */
  tenant: string;
  id: string;
}

interface StoredMessage {
  body: unknown;
  sourceId: string;
  messageId: string;
  receivedAt: Date;
  source: string;
  tenantName: string;
  isDone: boolean;
}

/**
 * Works on a received message, with all that it makes in one transaction; one that was carried out is left alone. Why a message cannot be
 * carried out is stored with it, and it may be worked on again.
 * @throws whatever may pass by itself, such as a lost database: then nothing has happened.
 */
export async function processMessage(db: Database, { tenant, id }: MessageId): Promise<void> {
  try {
    await db.withTenant(tenant, (tx) => carryOut(tx, { tenant, id }), { idempotent: true });
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable || passing.has(error.code)) throw error;
    await db.withTenant(tenant, (tx) => storeError(tx, { tenant, id, message: error.message }), {
      idempotent: true,
    });
  }
}

const passing: ReadonlySet<string> = new Set(["DATABASE_UNAVAILABLE", "INTERNAL", "CANCELLED"]);

async function carryOut(tx: Transaction, { tenant, id }: MessageId): Promise<void> {
  const stored = await lockMessage(tx, { tenant, id });
  if (!stored || stored.isDone) return;
  const principal = sourcePrincipal({ id: tenant, name: stored.tenantName }, stored.source);
  const result = await applyMessage(tx, principal, {
    message: read(stored.body),
    key: `webhook:${stored.sourceId}:${stored.messageId}`,
    receivedAt: stored.receivedAt,
  });
  await tx.query(
    "UPDATE webhook_messages SET processed_at = now(), result = $3, error = NULL WHERE tenant_id = $1 AND id = $2",
    [tenant, id, JSON.stringify(result)],
  );
}

/** Two workers do not work on one message. */
async function lockMessage(tx: Transaction, { tenant, id }: MessageId): Promise<StoredMessage | undefined> {
  const { rows } = await tx.query<StoredMessage>(
    `SELECT m.body, m.source_id AS "sourceId", m.message_id AS "messageId", m.received_at AS "receivedAt", s.name AS source,
        t.name AS "tenantName", m.processed_at IS NOT NULL AND m.error IS NULL AS "isDone"
      FROM webhook_messages m JOIN webhook_sources s ON s.tenant_id = $1 AND s.id = m.source_id JOIN tenants t ON t.id = $1
      WHERE m.tenant_id = $1 AND m.id = $2 FOR UPDATE OF m`,
    [tenant, id],
  );
  return rows[0];
}

async function storeError(
  tx: Transaction,
  { tenant, id, message }: MessageId & { message: string },
): Promise<void> {
  await tx.query(
    `UPDATE webhook_messages SET processed_at = now(), error = $3
      WHERE tenant_id = $1 AND id = $2 AND (processed_at IS NULL OR error IS NOT NULL)`,
    [tenant, id, message],
  );
}

function read(body: unknown) {
  const parsed = incomingMessage.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const where = first?.path.join(".") || "the message";
  throw new AppError("VALIDATION_FAILED", `${where}: ${first?.message ?? "cannot be read"}.`);
}
