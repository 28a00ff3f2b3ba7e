import {
  type Interaction,
  type InteractionType,
  storedChannel,
  storedDirection,
  storedType,
} from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

export interface TimelineQuery {
  contactId: string;
  /** Only interactions before this moment. */
  before?: Date;
  /** Only interactions of this type. */
  type?: InteractionType;
  /** Most recent first; 1–200. */
  limit: number;
}

/** A contact's interactions, most recent first. */
export async function listInteractions(
  tx: Transaction,
  principal: Principal,
  { contactId, before, type, limit }: TimelineQuery,
): Promise<Interaction[]> {
  const { rows } = await tx.query<InteractionRow>(
    `select ${interactionColumns} from interactions i
      where i.tenant_id = $1 and i.contact_id = $2 and ($3::timestamptz is null or i.occurred_at < $3)
        and ($5::text is null or i.type = $5)
      order by i.occurred_at desc, i.id desc limit $4`,
    [principal.tenant.id, contactId, before ?? null, limit, type ?? null],
    { prepared: true },
  );
  return rows.map(toInteraction);
}

/** The interactions with these ids, oldest first; ids that do not exist are left out. */
export async function getInteractions(
  tx: Transaction,
  principal: Principal,
  ids: readonly string[],
): Promise<Interaction[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<InteractionRow>(
    `select ${interactionColumns} from interactions i
      where i.tenant_id = $1 and i.id = any($2::uuid[]) order by i.occurred_at, i.id`,
    [principal.tenant.id, ids],
  );
  return rows.map(toInteraction);
}

const interactionColumns = `i.id, i.external_id, i.contact_id, i.conversation_id, i.user_id, i.type, i.channel, i.activity,
  i.subject, i.content, i.direction, i.duration, i.outcome, i.sender, i.metadata, i.occurred_at`;

interface InteractionRow {
  id: string;
  external_id: string;
  contact_id: string;
  conversation_id: string | null;
  user_id: string | null;
  type: string | null;
  channel: string | null;
  activity: string | null;
  subject: string | null;
  content: string | null;
  direction: string | null;
  duration: number | null;
  outcome: string | null;
  sender: string | null;
  metadata: Record<string, unknown>;
  occurred_at: Date;
}

function toInteraction(row: InteractionRow): Interaction {
  return {
    id: row.id,
    externalId: row.external_id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    userId: row.user_id,
    type: storedType.parse(row.type),
    channel: storedChannel.parse(row.channel),
    activity: row.activity,
    subject: row.subject,
    content: row.content,
    direction: storedDirection.parse(row.direction),
    duration: row.duration,
    outcome: row.outcome,
    sender: row.sender,
    metadata: row.metadata,
    occurredAt: row.occurred_at,
  };
}
