import { displayName } from "#core/domain/contact.ts";
import { storedDirection, storedType } from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { TimelineEntry } from "../signals/timeline-entry.ts";

/** Interactions of each contact that are read, the latest, and characters of each. */
const latestRead = 8;
const charactersRead = 4_000;

/** Who a candidate is, with the latest interactions, oldest first. */
export interface ReadContact {
  contactId: string;
  externalId: string | null;
  name: string;
  company: string | null;
  assignedTo: string | null;
  latest: TimelineEntry[];
}

interface ContactRow {
  id: string;
  external_id: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  assigned_to: string | null;
}

interface EntryRow {
  contact_id: string;
  id: string;
  conversation_id: string | null;
  occurred_at: Date;
  type: string | null;
  direction: string | null;
  activity: string | null;
  subject: string | null;
  content: string | null;
  outcome: string | null;
  sender: string | null;
}

/** Reads contacts by id in two statements. */
export async function loadContacts(
  tx: Transaction,
  principal: Principal,
  { ids, asOf }: { ids: readonly string[]; asOf: Date },
): Promise<Map<string, ReadContact>> {
  if (ids.length === 0) return new Map();
  const { rows: contacts } = await tx.query<ContactRow>(
    `select id, external_id, email, first_name, last_name, company, assigned_to from contacts
      where tenant_id = $1 and id = any($2::uuid[])`,
    [principal.tenant.id, ids],
  );
  const { rows: entries } = await tx.query<EntryRow>(
    `select c.id as contact_id, l.* from unnest($2::uuid[]) as c (id) cross join lateral (
        select id, conversation_id, occurred_at, type, direction, activity, left(subject, 300) as subject,
            left(content, ${charactersRead}) as content, outcome, sender from interactions
          where tenant_id = $1 and contact_id = c.id and occurred_at <= $3 order by occurred_at desc, id desc limit ${latestRead}) l`,
    [principal.tenant.id, ids, asOf.toISOString()],
  );
  const byContact = Map.groupBy(entries, ({ contact_id }) => contact_id);
  return new Map(
    contacts.map((row) => [row.id, toContact(row, (byContact.get(row.id) ?? []).reverse().map(toEntry))]),
  );
}

function toContact(row: ContactRow, latest: TimelineEntry[]): ReadContact {
  const { external_id: externalId, email, first_name: firstName, last_name: lastName } = row;
  return {
    contactId: row.id,
    externalId,
    name: displayName({ externalId, email, firstName, lastName }),
    company: row.company,
    assignedTo: row.assigned_to,
    latest,
  };
}

function toEntry(row: EntryRow): TimelineEntry {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    occurredAt: row.occurred_at,
    type: storedType.parse(row.type),
    direction: storedDirection.parse(row.direction),
    activity: row.activity,
    subject: row.subject,
    content: row.content,
    outcome: row.outcome,
    sender: row.sender,
  };
}
