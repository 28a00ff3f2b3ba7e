import type { Channel, Direction, InteractionType } from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { newIds } from "./new-ids.ts";

/** What an interaction says, whoever it is with. */
export interface InteractionContent {
  /** The source's id of it: the same one is the same interaction. */
  externalId: string;
  /** Of all that the source says of it. */
  hash: string;
  /** ISO 8601. */
  at: string;
  type: InteractionType | null;
  channel: Channel | null;
  activity: string | null;
  direction: Direction | null;
  subject: string | null;
  content: string | null;
  /** Minutes. */
  duration: number | null;
  userId: string | null;
  outcome: string | null;
  sender: string | null;
  metadata: Record<string, unknown>;
}

export interface InteractionToWrite extends InteractionContent {
  contactId: string;
  conversationId: string | null;
}

/** An interaction whose id is taken by one with another contact, told by our ids. */
export interface Taken<Row> {
  row: Row;
  by: string;
}

export interface Written<Row> {
  imported: number;
  updated: number;
  unchanged: number;
  /** Left out: what stands under their ids would be lost. */
  taken: Taken<Row>[];
}

/**
 * Stores interactions of known contacts, each once by its external id, and marks the contacts of new and changed ones
 * as changed, so that their scores are made again.
 */
export async function writeInteractions<Row extends InteractionToWrite>(
  tx: Transaction,
  principal: Principal,
  { rows, dryRun = false }: { rows: readonly Row[]; dryRun?: boolean },
): Promise<Written<Row>> {
  const latest = new Map(rows.map((row) => [row.externalId, row]));
  const stored = await storedInteractions(tx, principal, [...latest.keys()]);
  const differing = [...latest.values()].filter(
    ({ externalId, hash }) => stored.get(externalId)?.hash !== hash,
  );
  const changed: Row[] = [];
  const taken: Taken<Row>[] = [];
  for (const row of differing) {
    const by = stored.get(row.externalId)?.contactId ?? row.contactId;
    if (by === row.contactId) changed.push(row);
    else taken.push({ row, by });
  }
  const imported = changed.filter(({ externalId }) => !stored.has(externalId)).length;
  const updated = changed.length - imported;
  const written = { imported, updated, unchanged: rows.length - differing.length, taken };
  if (dryRun || changed.length === 0) return written;
  const ids = newIds(changed.length);
  await tx.query(upsertSql, [
    principal.tenant.id,
    JSON.stringify(changed.map((row, index) => toRecord(row, ids[index] ?? ""))),
  ]);
  await touchContacts(tx, principal, changed);
  return written;
}

async function storedInteractions(
  tx: Transaction,
  principal: Principal,
  ids: string[],
): Promise<Map<string, { hash: string; contactId: string }>> {
  const { rows } = await tx.query<{ external_id: string; content_hash: string; contact_id: string }>(
    `select external_id, content_hash, contact_id from interactions where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map((row) => [row.external_id, { hash: row.content_hash, contactId: row.contact_id }]));
}

const columns = [
  "contact_id uuid",
  "conversation_id uuid",
  "user_id text",
  "type text",
  "channel text",
  "activity text",
  "subject text",
  "content text",
  "direction text",
  "duration float8",
  "outcome text",
  "sender text",
  "metadata jsonb",
  "content_hash text",
  "occurred_at timestamptz",
] as const;
const names = columns.map((column) => column.split(" ")[0] ?? "");

const upsertSql = `
  insert into interactions (tenant_id, id, external_id, ${names.join(", ")})
    select $1, id, external_id, ${names.join(", ")}
      from json_to_recordset($2::json) as r(id uuid, external_id text, ${columns.join(", ")})
    on conflict (tenant_id, external_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(", ")}`;

function toRecord(row: InteractionToWrite, id: string) {
  return {
    id,
    external_id: row.externalId,
    contact_id: row.contactId,
    conversation_id: row.conversationId ?? undefined,
    user_id: row.userId ?? undefined,
    type: row.type ?? undefined,
    channel: row.channel ?? undefined,
    activity: row.activity ?? undefined,
    subject: row.subject ?? undefined,
    content: row.content ?? undefined,
    direction: row.direction ?? undefined,
    duration: row.duration ?? undefined,
    outcome: row.outcome ?? undefined,
    sender: row.sender ?? undefined,
    metadata: row.metadata,
    content_hash: row.hash,
    occurred_at: row.at,
  };
}

async function touchContacts(
  tx: Transaction,
  principal: Principal,
  rows: readonly InteractionToWrite[],
): Promise<void> {
  // What is planned for later is no contact yet.
  await tx.query(
    `update contacts c set updated_at = now(), last_contact_date = greatest(c.last_contact_date, t.last)
      from (select id, max(at) filter (where at <= now()) as last
        from unnest($2::uuid[], $3::timestamptz[]) as r(id, at) group by id) t where c.tenant_id = $1 and c.id = t.id`,
    [principal.tenant.id, rows.map(({ contactId }) => contactId), rows.map(({ at }) => at)],
  );
}
