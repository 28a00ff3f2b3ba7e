import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { ConversationHeader, ConversationScope } from "./conversation-header.ts";

export interface ConversationQuery extends ConversationScope {
  contactId?: string | undefined;
  /** Only conversations made before this one; the newest stand first. */
  after?: string | undefined;
  limit: number;
}

/** Conversations that may be seen, those stored last first, and whether there are more. */
export async function listConversations(
  tx: Transaction,
  principal: Principal,
  { contactId, after, limit, assignedTo }: ConversationQuery,
): Promise<{ conversations: ConversationHeader[]; hasNext: boolean }> {
  const { rows } = await tx.query<ConversationHeader>(sql, [
    principal.tenant.id,
    contactId ?? null,
    after ?? null,
    assignedTo ?? null,
    limit + 1,
  ]);
  return { conversations: rows.slice(0, limit), hasNext: rows.length > limit };
}

/** The page is cut before messages are counted. */
const sql = `
  select v.*, m.* from (
      select v.id, v.external_id as "externalId", v.contact_id as "contactId", c.external_id as "contactExternalId",
          coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as "contactName",
          c.company, c.assigned_to as "assignedTo", v.subject, v.channel, v.status
        from conversations v join contacts c on c.tenant_id = $1 and c.id = v.contact_id
        where v.tenant_id = $1 and ($2::uuid is null or v.contact_id = $2) and ($3::uuid is null or v.id < $3)
          and ($4::text is null or c.assigned_to = $4)
        order by v.id desc limit $5) v
    cross join lateral (
      select count(*)::int as "messageCount", count(*) filter (where direction = 'INBOUND')::int as "inboundCount",
          count(*) filter (where direction = 'OUTBOUND')::int as "outboundCount",
          min(occurred_at) as "firstMessageAt", max(occurred_at) as "lastMessageAt"
        from interactions where tenant_id = $1 and conversation_id = v.id) m
    order by v.id desc`;
