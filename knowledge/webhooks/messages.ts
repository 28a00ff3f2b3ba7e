import { authorize } from "#core/access.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** A received message, with what became of it; what it says is left out. */
export interface ReceivedMessage {
  id: string;
  source: string;
  /** The sender's webhook-id. */
  messageId: string;
  type: string | null;
  receivedAt: Date;
  processedAt: Date | null;
  result: Record<string, string> | null;
  /** Why it could not be carried out. */
  error: string | null;
}

export interface MessageQuery {
  failed?: boolean | undefined;
  limit: number;
}

/** Received messages, the newest first; `failed`: only those that could not be carried out. @throws AppError FORBIDDEN */
export async function listMessages(
  tx: Transaction,
  principal: Principal,
  { failed = false, limit }: MessageQuery,
): Promise<ReceivedMessage[]> {
  authorize(principal, "webhooks:read");
  const { rows } = await tx.query<ReceivedMessage>(
    `SELECT m.id, s.name AS source, m.message_id AS "messageId", m.body ->> 'type' AS type, m.received_at AS "receivedAt",
        m.processed_at AS "processedAt", m.result, m.error
      FROM webhook_messages m JOIN webhook_sources s ON s.tenant_id = $1 AND s.id = m.source_id
      WHERE m.tenant_id = $1 AND (NOT $2::boolean OR m.error IS NOT NULL) ORDER BY m.received_at DESC, m.id DESC LIMIT $3`,
    [principal.tenant.id, failed, limit],
  );
  return rows;
}
