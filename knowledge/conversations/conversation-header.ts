import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** Which conversation: by our id, by the id that it was imported with, or by either where a caller cannot tell them apart. */
export interface ConversationReference {
  /** Our id or the source's. */
  conversationId?: string;
  externalId?: string;
}

/** Which conversations may be seen. */
export interface ConversationScope {
  /** Only those with contacts assigned to this user. */
  assignedTo?: string;
}

/** A conversation without its messages. */
export interface ConversationHeader {
  id: string;
  externalId: string | null;
  contactId: string;
  contactExternalId: string | null;
  /** Full name, else email, else the source's id. */
  contactName: string;
  company: string | null;
  assignedTo: string | null;
  subject: string | null;
  channel: string | null;
  status: string;
  messageCount: number;
  inboundCount: number;
  outboundCount: number;
  firstMessageAt: Date | null;
  lastMessageAt: Date | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds one conversation.
 * @throws AppError VALIDATION_FAILED when no id is given, NOT_FOUND when there is none that may be seen.
 */
export async function findConversation(
  tx: Transaction,
  principal: Principal,
  reference: ConversationReference,
  { assignedTo }: ConversationScope = {},
): Promise<ConversationHeader> {
  const { conversationId, externalId } = reference;
  const shown = conversationId ?? externalId;
  if (shown === undefined) {
    throw new AppError("VALIDATION_FAILED", "Say which conversation: give its conversation_id.");
  }
  const ours = conversationId !== undefined && uuid.test(conversationId) ? conversationId : null;
  const { rows } = await tx.query<ConversationHeader>(headerSql, [
    principal.tenant.id,
    ours,
    externalId ?? conversationId,
    assignedTo ?? null,
  ]);
  if (rows[0]) return rows[0];
  throw new AppError("NOT_FOUND", notFound(shown, { workspace: principal.tenant.name, assignedTo }));
}

const headerSql = `
  select v.id, v.external_id as "externalId", v.contact_id as "contactId", c.external_id as "contactExternalId",
      coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as "contactName",
      c.company, c.assigned_to as "assignedTo", v.subject, v.channel, v.status, m.*
    from conversations v
    join contacts c on c.tenant_id = $1 and c.id = v.contact_id
    cross join lateral (
      select count(*)::int as "messageCount", count(*) filter (where direction = 'INBOUND')::int as "inboundCount",
          count(*) filter (where direction = 'OUTBOUND')::int as "outboundCount",
          min(occurred_at) as "firstMessageAt", max(occurred_at) as "lastMessageAt"
        from interactions where tenant_id = $1 and conversation_id = v.id) m
    where v.tenant_id = $1 and (v.id = $2::uuid or v.external_id = $3) and ($4::text is null or c.assigned_to = $4)
    order by v.id = $2::uuid desc nulls last limit 1`;

function notFound(
  id: string,
  { workspace, assignedTo }: { workspace: string; assignedTo: string | undefined },
): string {
  const shown = JSON.stringify(id.length > 60 ? `${id.slice(0, 60)}…` : id);
  const whose = assignedTo === undefined ? "" : ` with a contact that is assigned to ${assignedTo}`;
  return `No conversation ${shown}${whose} in workspace ${workspace}. Take the conversation_id from a search result, or import the conversation first.`;
}
