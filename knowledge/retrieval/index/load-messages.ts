import type { Principal } from "#core/principal.ts";
import type { MessageRecord } from "../../conversations/message-record.ts";
import type { Transaction } from "../../db/database.ts";
import { idsOf, type QueuedSource } from "./queued-sources.ts";

/**
 * Loads the messages of conversations, in order and one conversation after the other, and single interactions. Nobody
 * can delete them before the transaction ends.
 */
export async function loadMessages(
  tx: Transaction,
  principal: Principal,
  sources: readonly QueuedSource[],
): Promise<MessageRecord[]> {
  const ids = [principal.tenant.id, idsOf(sources, "conversation"), idsOf(sources, "interaction")];
  await holdContacts(tx, ids);
  const { rows } = await tx.query<MessageRecord>(
    `select i.id, i.conversation_id as "conversationId", i.contact_id as "contactId",
        coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email) as "contactName", c.company,
        i.type, coalesce(i.channel, v.channel) as channel, i.subject, v.subject as "conversationSubject", i.content,
        i.direction, i.sender, ${isoOf("i.occurred_at")} as "occurredAt"
      from (${ownInteractions}) s
      join interactions i on i.tenant_id = $1 and i.id = s.id
      join contacts c on c.tenant_id = $1 and c.id = i.contact_id
      left join conversations v on v.tenant_id = $1 and v.id = i.conversation_id
      order by i.conversation_id, i.occurred_at, i.id
      for key share of i`,
    ids,
  );
  return rows;
}

/** What each source consists of: a message that moved into a conversation is no longer a source of its own. */
const ownInteractions = `
  select id from interactions where tenant_id = $1 and conversation_id = any($2::uuid[])
  union all select id from interactions where tenant_id = $1 and id = any($3::uuid[]) and conversation_id is null`;

/**
 * Contacts before their interactions, in one order: deleting a contact goes the same way, and neither can then wait for
 * the other.
 */
async function holdContacts(tx: Transaction, ids: readonly unknown[]): Promise<void> {
  await tx.query(
    `select from contacts where tenant_id = $1 and id in (
        select contact_id from conversations where tenant_id = $1 and id = any($2::uuid[])
        union select contact_id from interactions where tenant_id = $1 and conversation_id = any($2::uuid[])
        union select contact_id from interactions where tenant_id = $1 and id = any($3::uuid[]))
      order by id for key share`,
    ids,
  );
}

/** SQL for a moment as ISO 8601 in UTC, to the microsecond and the same whatever the session's time zone. */
export function isoOf(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
