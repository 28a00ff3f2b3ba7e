import type { Channel } from "#core/domain/interaction.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { readStored } from "./contact-changes.ts";
import { contactNames, takenId } from "./contact-names.ts";
import { lockImports } from "./lock-imports.ts";
import { newIds } from "./new-ids.ts";
import { type ContactMention, type Resolution, resolveContacts } from "./resolve-contacts.ts";
import { saveOutcomes } from "./save-outcomes.ts";
import type { SaveResult, SaveRun } from "./save-run.ts";
import { statusAfter } from "./status-after.ts";
import { type InteractionContent, writeInteractions } from "./write-interactions.ts";

/** A conversation as a source tells it, with all of its messages. */
export interface ConversationDraft extends ContactMention {
  externalId: string;
  /** Its id as the file has it, for messages. */
  shownId: string;
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
 * no longer has is kept. Doing it twice changes nothing. The conversations of one batch must differ in id; an id that
 * stands for a conversation with another contact is bad.
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
  const result: SaveResult = {
    imported: 0,
    updated: 0,
    unchanged: drafts.length - changed.length,
    bad: [],
  };
  if (changed.length === 0) return { ...result, contactsCreated: 0 };
  const create = dryRun ? undefined : { source };
  const { idOf, created } = await resolveAll(tx, principal, { changed, stored, create });
  const names = await contactNames(
    tx,
    principal,
    [...stored.values()].map(({ contactId }) => contactId),
  );
  const ids = newIds(changed.length);
  const placed: Placed[] = [];
  changed.forEach((draft, index) => {
    const before = stored.get(draft.externalId);
    const contactId = idOf(draft);
    if (before && before.contactId !== contactId) {
      const by = names.get(before.contactId);
      result.bad.push({ line: draft.line, reason: takenId(draft.shownId, { by, contact: draft.contact }) });
    } else if (!contactId && create) {
      result.bad.push({ line: draft.line, reason: sharedEmail(draft.contact) });
    } else {
      before ? result.updated++ : result.imported++;
      placed.push({ draft, contactId: contactId ?? "", id: before?.id ?? ids[index] ?? "" });
    }
  });
  if (dryRun) return { ...result, contactsCreated: 0 };
  await upsert(tx, principal, placed);
  await writeMessages(tx, principal, placed);
  await recordOutcomes(tx, principal, { placed, source });
  return { ...result, contactsCreated: created };
}

type Stored = ReadonlyMap<string, { id: string; contactId: string; hash: string | null }>;

/** Contacts are made for new conversations only: what is stored has its contact. */
async function resolveAll(
  tx: Transaction,
  principal: Principal,
  {
    changed,
    stored,
    create,
  }: {
    changed: readonly ConversationDraft[];
    stored: Stored;
    create: { source: string } | undefined;
  },
): Promise<Resolution> {
  const isStored = ({ externalId }: ConversationDraft) => stored.has(externalId);
  const added = changed.filter((draft) => !isStored(draft));
  const made = await resolveContacts(tx, principal, { mentions: added, create });
  const grown = changed.filter(isStored);
  const known = await resolveContacts(tx, principal, { mentions: grown, create: undefined });
  return { idOf: (mention) => made.idOf(mention) ?? known.idOf(mention), created: made.created };
}

interface Placed {
  draft: ConversationDraft;
  contactId: string;
  id: string;
}

async function storedConversations(tx: Transaction, principal: Principal, ids: string[]): Promise<Stored> {
  const { rows } = await tx.query<{
    id: string;
    external_id: string;
    contact_id: string;
    content_hash: string | null;
  }>(
    `select id, external_id, contact_id, content_hash from conversations where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, ids],
  );
  return new Map(
    rows.map((row) => [row.external_id, { id: row.id, contactId: row.contact_id, hash: row.content_hash }]),
  );
}

/** What answers are told by is ours, not the source's. */
const replyToken = `case when conversations.metadata ? 'replyToken'
          then jsonb_build_object('replyToken', conversations.metadata -> 'replyToken') else '{}'::jsonb end`;

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
      on conflict (tenant_id, external_id) do update set channel = excluded.channel,
        subject = excluded.subject, metadata = excluded.metadata || ${replyToken}, content_hash = excluded.content_hash,
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
    const contact = stored.get(contactId);
    const before = contact?.outcome;
    if (!contact || (before?.result === result && before.at === at)) return [];
    const next = statusAfter(result, { status: contact.status, outcome: before?.result ?? null });
    const status = next === contact.status ? undefined : next;
    return [{ contactId, result, at, after: before?.seq ?? 0, status }];
  });
  await saveOutcomes(tx, principal, outcomes, source);
  // Their scores are to be made again, also where the status stays.
  await tx.query(`update contacts set updated_at = now() where tenant_id = $1 and id = any($2::uuid[])`, [
    principal.tenant.id,
    outcomes.map(({ contactId }) => contactId),
  ]);
}

function sharedEmail(contact: string): string {
  return `Several contacts have the email ${JSON.stringify(contact.slice(0, 60))}. Name the contact by its id.`;
}
