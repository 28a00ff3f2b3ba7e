import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { messageIdWith, newReplyToken, replyAddress } from "../../email/reply-token.ts";
import type { DraftRow } from "../drafts/draft-row.ts";

/** What an approved draft becomes. */
export interface Departure {
  draft: Pick<DraftRow, "id" | "version" | "contactId" | "conversationId" | "content">;
  body: string;
  /** Sent by the workspace's policy, not by a person's yes. */
  automatic: boolean;
  sendAfter: Date;
}

/**
 * Puts an approved reply into the outbox, in the transaction that approves it: both are saved or neither. Each version of a draft is there
 * once, and its Message-ID follows from the draft and its conversation, so it is the same however often this is done.
 * @returns the Message-ID; null where the record has no address to write to.
 */
export async function putInOutbox(
  tx: Transaction,
  principal: Principal,
  { draft, body, automatic, sendAfter }: Departure,
): Promise<string | null> {
  const { recipients, reply_to: replyTo, subject } = draft.content;
  if (recipients.to.length === 0) return null;
  const token = await replyTokenOf(tx, principal, draft.conversationId);
  const domain = recipients.from?.split("@").at(-1) ?? "rapport.invalid";
  const messageId = messageIdWith(token, { unique: draft.id, domain });
  const headers = {
    inReplyTo: replyTo.message_id,
    references: replyTo.references,
    replyTo: recipients.from === null ? null : replyAddress(recipients.from, token),
    autoSubmitted: automatic ? "auto-replied" : null,
  };
  const { rows } = await tx.query<{ message_id: string }>(
    `with put as (insert into outbox (tenant_id, id, draft_id, contact_id, conversation_id, message_id, idempotency_key, recipients, subject,
        body, headers, is_automatic, send_after)
      values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning message_id)
    select message_id from put union all select message_id from outbox where tenant_id = $1 and draft_id = $2`,
    [
      principal.tenant.id,
      draft.id,
      draft.contactId,
      draft.conversationId,
      messageId,
      `draft:${draft.id}:${draft.version}`,
      JSON.stringify(recipients),
      subject,
      body,
      JSON.stringify(headers),
      automatic,
      sendAfter,
    ],
  );
  return rows[0]?.message_id ?? messageId;
}

/** The conversation's reply token; made with its first reply. */
async function replyTokenOf(tx: Transaction, principal: Principal, conversationId: string): Promise<string> {
  const fresh = newReplyToken();
  const { rows } = await tx.query<{ token: string }>(
    `update conversations set metadata = jsonb_build_object('replyToken', $3::text) || metadata
      where tenant_id = $1 and id = $2 returning metadata ->> 'replyToken' as token`,
    [principal.tenant.id, conversationId, fresh],
  );
  return rows[0]?.token ?? fresh;
}
