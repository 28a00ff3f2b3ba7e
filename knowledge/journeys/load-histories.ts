import { contactStatus } from "#core/domain/contact.ts";
import { channel, direction, interactionType } from "#core/domain/interaction.ts";
import type { Outcome } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { JourneyEvent, JourneyHistory } from "./journey-history.ts";
import type { ContentWanted } from "./match-stages.ts";
import type { Stage } from "./stage-rules.ts";

/** Characters of a text that rules read: what a message is about stands at its beginning. */
export const textRead = 2_000;

export interface HistoriesQuery {
  contactIds: readonly string[];
  /** Only what was recorded as having happened before this moment; by default everything. */
  before?: Date;
  content: ContentWanted;
  stages: readonly Stage[];
  /** By contact, where the caller knows them. */
  outcomes: ReadonlyMap<string, Outcome>;
}

/** Loads what the journeys of many contacts are read from: one statement, and one more where rules look at statuses. */
export async function loadHistories(
  tx: Transaction,
  principal: Principal,
  query: HistoriesQuery,
): Promise<Map<string, JourneyHistory>> {
  const { contactIds, stages, outcomes } = query;
  const events = await loadEvents(tx, principal, query);
  const asksStatus = stages.some(({ reached_by }) => reached_by.some(({ status }) => status !== undefined));
  const statuses = asksStatus ? await loadStatuses(tx, principal, contactIds) : undefined;
  return new Map(
    contactIds.map((id) => [
      id,
      {
        events: events.get(id) ?? [],
        statuses: statuses?.get(id) ?? [],
        outcome: outcomes.get(id) ?? null,
      },
    ]),
  );
}

interface EventRow {
  contact_id: string;
  id: string;
  at: string;
  type: string | null;
  channel: string | null;
  direction: string | null;
  activity: string | null;
  subject: string | null;
  content: string | null;
}

async function loadEvents(
  tx: Transaction,
  principal: Principal,
  { contactIds, before, content }: HistoriesQuery,
): Promise<Map<string, JourneyEvent[]>> {
  const text =
    content === "none"
      ? "null::text"
      : content === "any"
        ? "left(content, $5)"
        : "case when direction = any($4::text[]) then left(content, $5) end";
  // Ids grow in the order in which their source had them: they decide between interactions of one moment.
  const { rows } = await tx.query<EventRow>(
    `select contact_id, id, floor(extract(epoch from occurred_at) * 1000)::float8 as at, type, channel, direction, activity, subject,
        ${text} as content
      from interactions
      where tenant_id = $1 and contact_id = any($2::uuid[]) and ($3::timestamptz is null or occurred_at < $3)
        and cardinality($4::text[]) >= 0 and $5::int > 0
      order by contact_id, occurred_at, id`,
    [principal.tenant.id, contactIds, before ?? null, Array.isArray(content) ? content : [], textRead],
  );
  return Map.groupBy(rows.map(toEvent), ({ contactId }) => contactId);
}

function toEvent(row: EventRow): JourneyEvent & { contactId: string } {
  return {
    contactId: row.contact_id,
    id: row.id,
    at: new Date(Number(row.at)),
    type: known(types, row.type),
    channel: known(channels, row.channel),
    direction: known(directions, row.direction),
    activity: row.activity,
    subject: row.subject,
    content: row.content,
  };
}

const types = new Set(interactionType.options);
const channels = new Set(channel.options);
const directions = new Set(direction.options);

function known<T extends string>(options: ReadonlySet<T>, value: string | null): T | null {
  return options.has(value as T) ? (value as T) : null;
}

type Statuses = JourneyHistory["statuses"][number];

/** A contact whose status no source ever told has had the one that stands. */
async function loadStatuses(
  tx: Transaction,
  principal: Principal,
  contactIds: readonly string[],
): Promise<Map<string, Statuses[]>> {
  const { rows } = await tx.query<{ id: string; status: string; at: Date | null }>(
    `select c.id, coalesce(h.changes ->> 'status', c.status) as status, nullif(h.valid_from, '-infinity') as at
      from contacts c
      left join contact_history h on h.tenant_id = $1 and h.contact_id = c.id and h.changes ? 'status'
      where c.tenant_id = $1 and c.id = any($2::uuid[]) order by c.id, h.valid_from, h.seq`,
    [principal.tenant.id, contactIds],
  );
  const told = rows.flatMap(({ id, status, at }) => {
    const parsed = contactStatus.safeParse(status);
    return parsed.success ? [{ id, status: parsed.data, at }] : [];
  });
  return Map.groupBy(told, ({ id }) => id);
}
