import type { Interaction } from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import { getInteractions } from "../../crm/timeline.ts";
import type { Transaction } from "../../db/database.ts";
import { asksOf } from "../../signals/asked.ts";
import { awaitsAnswer } from "../../signals/sides.ts";

/** A conversation whose last message waits for an answer of ours. */
export interface WaitingThread {
  conversationId: string;
  contactId: string;
  contactName: string;
  company: string | null;
  assignedTo: string | null;
  subject: string | null;
  channel: string | null;
  /** The last message that waits. */
  message: Interaction;
  /** Since when: the first message that nobody answered. */
  since: Date;
  /** Messages that wait. */
  count: number;
  /** What the last message asks, at most 3, each a sentence of it. */
  questions: string[];
  /** A draft for it that waits for a decision. */
  draftId: string | null;
}

export interface ThreadsQuery {
  now: Date;
  /** What has waited for longer is left out. */
  withinDays: number;
  assignedTo?: string | undefined;
  /** 1–100. */
  limit: number;
}

interface Row extends Omit<WaitingThread, "message" | "questions"> {
  messageId: string;
}

/**
 * Finds what needs an answer: conversations in which the contact wrote last and nobody of the team answered since, in whichever conversation or by
 * phone; newest first. What machines wrote, and what has an approved answer in the outbox, needs none.
 */
export async function findThreads(
  tx: Transaction,
  principal: Principal,
  { now, withinDays, assignedTo, limit }: ThreadsQuery,
): Promise<WaitingThread[]> {
  const { rows } = await tx.query<Row>(sql, [
    principal.tenant.id,
    now,
    withinDays,
    assignedTo ?? null,
    // Some turn out to be automatic once their text is read.
    limit * 2 + 20,
  ]);
  const messages = new Map(
    (
      await getInteractions(
        tx,
        principal,
        rows.map(({ messageId }) => messageId),
      )
    ).map((each) => [each.id, each]),
  );
  const threads = rows.flatMap(({ messageId, ...row }) => {
    const message = messages.get(messageId);
    if (!message || !awaitsAnswer(message)) return [];
    const questions = asksOf(message.content ?? "").map(({ quote }) => quote);
    return [{ ...row, message, questions: questions.slice(0, 3) }];
  });
  return threads.slice(0, limit);
}

const sql = `with asked as materialized (
    select i.contact_id, i.conversation_id, max(i.occurred_at) as at, min(i.occurred_at) as since, count(*)::int as count
      from interactions i
      where i.tenant_id = $1 and i.asks and i.conversation_id is not null and i.type is distinct from 'PHONE_CALL'
        and i.occurred_at <= $2 and i.occurred_at >= $2::timestamptz - $3 * interval '1 day'
        and not exists (select from interactions a where a.tenant_id = $1 and a.contact_id = i.contact_id and a.answers
          and a.occurred_at >= i.occurred_at and a.occurred_at <= $2)
      group by i.contact_id, i.conversation_id),
  latest as (
    select a.*, c.company, c.assigned_to, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as name, m.id as message_id
      from asked a join contacts c on c.tenant_id = $1 and c.id = a.contact_id
      cross join lateral (select id from interactions m where m.tenant_id = $1 and m.conversation_id = a.conversation_id
        and m.occurred_at = a.at and m.asks order by m.id desc limit 1) m
      where $4::text is null or c.assigned_to = $4)
  select l.conversation_id as "conversationId", l.contact_id as "contactId", l.name as "contactName", l.company, l.assigned_to as "assignedTo",
      v.subject, v.channel, l.message_id as "messageId", l.since, l.count,
      (select d.id from drafts d where d.tenant_id = $1 and d.interaction_id = l.message_id and d.status in ('proposed', 'handed_over')
        and d.expires_at > $2 order by d.version desc limit 1) as "draftId"
    from latest l join conversations v on v.tenant_id = $1 and v.id = l.conversation_id
    where not exists (select from drafts d where d.tenant_id = $1 and d.interaction_id = l.message_id and d.status in ('approved', 'edited'))
    order by l.at desc, l.conversation_id limit $5`;
