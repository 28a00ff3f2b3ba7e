import type { FieldValue } from "#core/domain/contact.ts";
import { storedChannel, storedDirection, storedType } from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { readAtMost } from "../features/text/own-words.ts";
import { readText, type WantedPhrases } from "../features/text/read-text.ts";
import type { LeadSnapshot, SnapshotInteraction } from "./snapshot.ts";

/** Everything that ever happened to one lead; `snapshotAt` cuts it at a moment. */
export interface LeadRecord {
  contactId: string;
  /** As imported, for reports. */
  externalId: string | null;
  email: string | null;
  /** contacts.updated_at in full precision, as text. */
  version: string;
  createdAt: Date | null;
  changes: readonly { from: Date | null; fields: Readonly<Record<string, FieldValue>> }[];
  interactions: readonly SnapshotInteraction[];
  outcome: { result: "won" | "lost"; at: Date | null } | null;
}

export interface Page {
  /** Contacts with an id above this one, ascending. */
  after?: string;
  limit: number;
  /** Only these contacts. */
  ids?: readonly string[];
  /** Only contacts that have ended. */
  labelledOnly?: boolean;
  /** The phrases that texts are searched for: those of the models that will score, or all, which takes more memory. */
  phrases?: WantedPhrases;
}

/** Reads one page of lead records in three queries, whatever its size; at once, where the ids are named. */
export async function loadLeadRecords(
  tx: Transaction,
  principal: Principal,
  page: Page,
): Promise<LeadRecord[]> {
  // One lead is what requests ask for; a page's plan depends on how many it is.
  const prepared = page.ids?.length === 1;
  const contacts = tx.query<ContactRow>(
    contactsSql(page),
    [principal.tenant.id, page.after ?? null, page.limit, page.ids ?? null],
    { prepared },
  );
  // A page is a range of ids unless ids were named: a range is cheaper than thousands of parameters.
  const scope = page.ids ? [page.ids] : await rangeOf(contacts);
  if (!scope) return [];
  const within = page.ids ? "contact_id = any($2::uuid[])" : "contact_id between $2 and $3";
  const values = [principal.tenant.id, ...scope];
  const [{ rows }, history, interactions] = await Promise.all([
    contacts,
    tx
      .query<HistoryRow>(
        `select contact_id, case when isfinite(valid_from) then valid_from end as valid_from, changes from contact_history
          where tenant_id = $1 and ${within} order by contact_id, contact_history.valid_from, seq`,
        values,
        { prepared },
      )
      .then(grouped),
    tx
      .query<InteractionRow>(
        `select contact_id, id, conversation_id, occurred_at, type, channel, activity, direction, duration,
            coalesce(length(content), 0) as text_length,
            case when direction is not null then left(content, ${readAtMost}) end as content, (metadata #>> '{sentiment,score}')::float8 as sentiment
          from interactions where tenant_id = $1 and ${within} order by contact_id, occurred_at, id`,
        values,
        { prepared },
      )
      .then(grouped),
  ]);
  const { phrases = "all" } = page;
  const names: FieldNames = new Map();
  return rows.map((row) => {
    const touches = (interactions.get(row.id) ?? []).map((touch) => toSnapshotInteraction(touch, phrases));
    return toRecord(row, { history: history.get(row.id) ?? [], touches, names });
  });
}

/** The lead as it was known just before a moment. */
export function snapshotAt(record: LeadRecord, asOf: Date): LeadSnapshot {
  const fields: Record<string, FieldValue> = {};
  for (const change of record.changes) {
    if (change.from === null || change.from < asOf) Object.assign(fields, change.fields);
  }
  const end = record.interactions.findIndex((interaction) => interaction.at >= asOf);
  return {
    contactId: record.contactId,
    asOf,
    createdAt: record.createdAt,
    fields,
    interactions: end < 0 ? record.interactions : record.interactions.slice(0, end),
  };
}

interface ContactRow {
  id: string;
  external_id: string | null;
  email: string | null;
  version: string;
  created_at: Date;
  result: "won" | "lost" | null;
  ended_at: Date | null;
}
interface HistoryRow {
  contact_id: string;
  valid_from: Date | null;
  changes: Record<string, FieldValue>;
}
interface InteractionRow {
  contact_id: string;
  id: string;
  conversation_id: string | null;
  occurred_at: Date;
  type: string | null;
  channel: string | null;
  activity: string | null;
  direction: string | null;
  duration: number | null;
  text_length: number;
  content: string | null;
  sentiment: number | null;
}

/** The first and the last id of a page; undefined for an empty one. */
async function rangeOf(contacts: Promise<{ rows: ContactRow[] }>): Promise<[string, string] | undefined> {
  const { rows } = await contacts;
  const [first, last] = [rows[0], rows[rows.length - 1]];
  return first && last && [first.id, last.id];
}

function contactsSql({ labelledOnly, ids }: Page): string {
  const outcome = `select result, occurred_at from outcomes o where o.tenant_id = $1 and o.contact_id = c.id order by seq desc limit 1`;
  return `select c.id, c.external_id, c.email, c.updated_at::text as version, o.result, o.occurred_at as ended_at,
      c.created_at
    from contacts c
    ${labelledOnly ? "join" : "left join"} lateral (${outcome}) o on ${labelledOnly ? "o.result is not null" : "true"}
    where c.tenant_id = $1 and ($2::uuid is null or c.id > $2) ${ids ? "and c.id = any($4::uuid[])" : "and $4::uuid[] is null"}
    order by c.id limit $3`;
}

function grouped<Row extends { contact_id: string }>({ rows }: { rows: Row[] }): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.contact_id);
    if (group) group.push(row);
    else groups.set(row.contact_id, [row]);
  }
  return groups;
}

interface LeadEvents {
  history: HistoryRow[];
  touches: SnapshotInteraction[];
  names: FieldNames;
}

function toRecord(row: ContactRow, { history, touches, names }: LeadEvents): LeadRecord {
  return {
    contactId: row.id,
    externalId: row.external_id,
    email: row.email,
    version: row.version,
    // Values without a date hold from the beginning, and then nothing is known of when that was.
    createdAt: history[0]?.valid_from ? row.created_at : null,
    changes: history.map(({ valid_from: from, changes }) => ({
      from,
      fields: withoutIdentity(changes, names),
    })),
    interactions: touches,
    outcome: row.result ? { result: row.result, at: row.ended_at } : null,
  };
}

function toSnapshotInteraction(row: InteractionRow, phrases: WantedPhrases): SnapshotInteraction {
  const touch = {
    id: row.id,
    conversationId: row.conversation_id,
    at: row.occurred_at,
    type: storedType.parse(row.type),
    channel: storedChannel.parse(row.channel),
    activity: row.activity,
    direction: storedDirection.parse(row.direction),
    duration: row.duration,
    textLength: row.text_length,
    sentiment: row.sentiment,
  };
  return { ...touch, reading: readText({ ...touch, text: row.content }, phrases) };
}

/** Who somebody is must not decide their score, and `status` is the outcome by another name. */
const identity = new Set([
  "externalId",
  "email",
  "firstName",
  "lastName",
  "phone",
  "status",
  "lastContactDate",
  "companyId",
]);

/** By the name of a changed field, what people call it; null for what is left out. */
type FieldNames = Map<string, string | null>;

/**
 * Fields by the names that people know: custom ones lose their prefix, identity is left out.
 * @param names filled with those met, so that the next call need not make them again.
 */
export function withoutIdentity(
  changes: Readonly<Record<string, FieldValue>>,
  names: FieldNames = new Map(),
): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = {};
  for (const key in changes) {
    let name = names.get(key);
    if (name === undefined) {
      name = knownName(key);
      names.set(key, name);
    }
    if (name !== null) kept[name] = changes[key] as FieldValue;
  }
  return kept;
}

function knownName(key: string): string | null {
  if (key.startsWith("custom.")) return key.slice("custom.".length);
  return identity.has(key) ? null : key;
}
