import type { Channel } from "#core/domain/interaction.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { readStored } from "./contact-changes.ts";
import { lockImports } from "./lock-imports.ts";
import { newIds } from "./new-ids.ts";
import { type ContactMention, resolveContacts } from "./resolve-contacts.ts";
import { saveOutcomes } from "./save-outcomes.ts";
import type { SaveResult, SaveRun } from "./save-run.ts";
import { type InteractionContent, writeInteractions } from "./write-interactions.ts";

/** A conversation as a source tells it, with all of its messages. */
export interface ConversationDraft extends ContactMention {
  externalId: string;
  hash: string;
  channel: Channel | null;
  subject: string | null;
  metadata: Record<string, unknown>;
  messages: readonly InteractionContent[];
  /** How the lead ended; undefined when the source does not say. */
  outcome: { result: OutcomeResult; at: string | null } | undefined;
}

/**
 * Stores a batch of conversations, whole or not at all; contacts that are unknown are made. A message that a source
 * no longer has is kept. Doing it twice changes nothing. The conversations of one batch must differ in id.
 */
export async function saveConversations(
  tx: Transaction,
  principal: Principal,
  { drafts, source, dryRun = false }: { drafts: readonly ConversationDraft[] } & SaveRun,
): Promise<SaveResult & { contactsCreated: number }> {
  await lockImports(tx, principal);
  const stored = await storedConversations(
    tx,
    principal,
    drafts.map(({ externalId }) => externalId),
  );
  const changed = drafts.filter(({ externalId, hash }) => stored.get(externalId)?.hash !== hash);
  const result = {
    imported: 0,
    updated: 0,
    unchanged: drafts.length - changed.length,
    bad: [],
    contactsCreated: 0,
  };
  for (const { externalId } of changed) stored.has(externalId) ? result.updated++ : result.imported++;
  if (dryRun || changed.length === 0) return result;
  const { idOf, created } = await resolveContacts(tx, principal, { mentions: changed, create: { source } });
  const ids = newIds(changed.length);
  const placed: Placed[] = [];
  const bad: SaveResult["bad"] = [];
  changed.forEach((draft, index) => {
    const before = stored.get(draft.externalId);
    const contactId = idOf(draft);
    if (contactId) placed.push({ draft, contactId, id: before?.id ?? ids[index] ?? "" });
    else {
      bad.push({ line: draft.line, reason: sharedEmail(draft.contact) });
      before ? result.updated-- : result.imported--;
    }
  });
  await upsert(tx, principal, placed);
  await writeMessages(tx, principal, placed);
  await recordOutcomes(tx, principal, { placed, source });
  return { ...result, bad, contactsCreated: created };
}

interface Placed {
  draft: ConversationDraft;
  contactId: string;
  id: string;
}

async function storedConversations(tx: Transaction, principal: Principal, ids: string[]) {
  const { rows } = await tx.query<{ id: string; external_id: string; content_hash: string | null }>(
    `select id, external_id, content_hash from conversations where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map((row) => [row.external_id, { id: row.id, hash: row.content_hash }]));
}

async function upsert(tx: Transaction, principal: Principal, placed: readonly Placed[]): Promise<void> {
  const rows = placed.map(({ draft, contactId, id }) => ({
    id,
    external_id: draft.externalId,
    contact_id: contactId,
    channel: draft.channel,
    subject: draft.subject,
    metadata: draft.metadata,
    content_hash: draft.hash,
    created_at: draft.at,
  }));
  await tx.query(
    `insert into conversations (tenant_id, id, external_id, contact_id, channel, subject, metadata, content_hash, created_at)
      select $1, id, external_id, contact_id, channel, subject, metadata, content_hash, created_at
        from json_to_recordset($2::json) as r(id uuid, external_id text, contact_id uuid, channel text, subject text,
          metadata jsonb, content_hash text, created_at timestamptz)
      on conflict (tenant_id, external_id) do update set contact_id = excluded.contact_id, channel = excluded.channel,
        subject = excluded.subject, metadata = excluded.metadata, content_hash = excluded.content_hash,
        created_at = excluded.created_at`,
    [principal.tenant.id, JSON.stringify(rows)],
  );
}

async function writeMessages(
  tx: Transaction,
  principal: Principal,
  placed: readonly Placed[],
): Promise<void> {
  const rows = placed.flatMap(({ draft, contactId, id }) =>
    draft.messages.map((message) => ({ ...message, contactId, conversationId: id })),
  );
  await writeInteractions(tx, principal, { rows });
  await tx.query(
    `update conversations c set message_count = m.count, last_message_at = m.last
      from (select conversation_id, count(*)::int as count, max(occurred_at) as last from interactions
        where tenant_id = $1 and conversation_id = any($2::uuid[]) group by conversation_id) m
      where c.tenant_id = $1 and c.id = m.conversation_id`,
    [principal.tenant.id, placed.map(({ id }) => id)],
  );
}

async function recordOutcomes(
  tx: Transaction,
  principal: Principal,
  { placed, source }: { placed: readonly Placed[]; source: string },
): Promise<void> {
  const latest = new Map(
    placed.flatMap(({ draft, contactId }) => (draft.outcome ? [[contactId, draft.outcome] as const] : [])),
  );
  const stored = await readStored(tx, principal, [...latest.keys()]);
  const outcomes = [...latest].flatMap(([contactId, { result, at }]) => {
    const before = stored.get(contactId)?.outcome;
    const same = before?.result === result && before.at === at;
    return same ? [] : [{ contactId, result, at, after: before?.seq ?? 0 }];
  });
  await saveOutcomes(tx, principal, outcomes, source);
  await followOutcomes(tx, principal, { ids: outcomes.map(({ contactId }) => contactId), source });
}

/** A lead that is won is a customer, with a history row of its own; its score is to be made again either way. */
async function followOutcomes(
  tx: Transaction,
  principal: Principal,
  { ids, source }: { ids: string[]; source: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `with ended as (
        select c.id, o.result, coalesce(o.occurred_at, now()) as at, c.status from contacts c
          join lateral (select result, occurred_at from outcomes o where o.tenant_id = $1 and o.contact_id = c.id
            order by seq desc limit 1) o on true
          where c.tenant_id = $1 and c.id = any($2::uuid[])),
      moved as (
        update contacts c set updated_at = now(), status = case when e.result = 'won' then 'CUSTOMER' else c.status end
          from ended e where c.tenant_id = $1 and c.id = e.id)
      insert into contact_history (tenant_id, contact_id, valid_from, source, changes)
        select $1, id, at, $3, '{"status": "CUSTOMER"}' from ended where result = 'won' and status <> 'CUSTOMER'`,
    [principal.tenant.id, ids, source],
  );
}

function sharedEmail(contact: string): string {
  return `Several contacts have the email ${JSON.stringify(contact.slice(0, 60))}. Name the contact by its id.`;
}
