import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { contactNames, takenId } from "./contact-names.ts";
import { lockImports } from "./lock-imports.ts";
import { newIds } from "./new-ids.ts";
import { type ContactMention, resolveContacts } from "./resolve-contacts.ts";
import type { SaveResult, SaveRun } from "./save-run.ts";
import { type InteractionContent, writeInteractions } from "./write-interactions.ts";

/** A mail, the thread that it belongs to, and whom the thread is with. */
export interface EmailDraft extends ContactMention {
  content: InteractionContent;
  /** Its id as the mail has it, for messages. */
  shownId: string;
  thread: EmailThreadDraft;
}

/** A conversation as one of its mails tells it; what is stored already of it stays. */
export interface EmailThreadDraft {
  externalId: string;
  subject: string | null;
  metadata: Record<string, unknown>;
}

/**
 * Stores a batch of mails in their conversations. A conversation that is known keeps its contact; otherwise the contact is
 * found by its address, or made. Doing it twice changes nothing.
 */
export async function saveEmails(
  tx: Transaction,
  principal: Principal,
  { drafts, source, dryRun = false }: { drafts: readonly EmailDraft[] } & SaveRun,
): Promise<SaveResult & { contactsCreated: number }> {
  await lockImports(tx, principal);
  const stored = await storedThreads(tx, principal, drafts);
  const mentions = drafts.filter(({ thread }) => !stored.has(thread.externalId));
  const create = dryRun ? undefined : { source };
  const { idOf, created } = await resolveContacts(tx, principal, { mentions, create });
  const threads = new Map(stored);
  const fresh = newIds(drafts.length);
  const bad: SaveResult["bad"] = [];
  const rows = drafts.flatMap((draft, index) => {
    const { externalId } = draft.thread;
    const contactId = threads.get(externalId)?.contactId ?? idOf(draft);
    if (contactId === undefined && !dryRun) {
      bad.push({
        line: draft.line,
        reason: `Several contacts have the email ${draft.contact}. Give all but one another address.`,
      });
      return [];
    }
    const thread = threads.get(externalId) ?? { id: fresh[index] ?? "", contactId: contactId ?? "" };
    threads.set(externalId, thread);
    return [{ ...draft.content, draft, contactId: thread.contactId, conversationId: thread.id }];
  });
  if (!dryRun) await upsertThreads(tx, principal, { rows, threads });
  const { taken, ...written } = await writeInteractions(tx, principal, { rows, dryRun });
  const names = await contactNames(
    tx,
    principal,
    taken.map(({ by }) => by),
  );
  for (const { row, by } of taken) {
    const reason = takenId(row.draft.shownId, { by: names.get(by), contact: row.draft.contact });
    bad.push({ line: row.draft.line, reason });
  }
  if (!dryRun && written.imported + written.updated > 0) await recount(tx, principal, [...threads.values()]);
  return { ...written, bad, contactsCreated: created };
}

type Threads = ReadonlyMap<string, { id: string; contactId: string }>;

async function storedThreads(
  tx: Transaction,
  principal: Principal,
  drafts: readonly EmailDraft[],
): Promise<Threads> {
  const ids = [...new Set(drafts.map(({ thread }) => thread.externalId))];
  const { rows } = await tx.query<{ id: string; external_id: string; contact_id: string }>(
    `select id, external_id, contact_id from conversations where tenant_id = $1 and external_id = any($2::text[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map((row) => [row.external_id, { id: row.id, contactId: row.contact_id }]));
}

/** A conversation begins with its earliest mail, and has its subject, whatever the order in which mails arrive. */
async function upsertThreads(
  tx: Transaction,
  principal: Principal,
  { rows, threads }: { rows: readonly { draft: EmailDraft; at: string }[]; threads: Threads },
): Promise<void> {
  const earliest = new Map<string, { draft: EmailDraft; at: string }>();
  for (const row of rows) {
    const before = earliest.get(row.draft.thread.externalId);
    if (!before || row.at < before.at) earliest.set(row.draft.thread.externalId, row);
  }
  const records = [...earliest].map(([externalId, { draft, at }]) => ({
    id: threads.get(externalId)?.id,
    external_id: externalId,
    contact_id: threads.get(externalId)?.contactId,
    subject: draft.thread.subject,
    metadata: draft.thread.metadata,
    created_at: at,
  }));
  await tx.query(
    `insert into conversations as c (tenant_id, id, external_id, contact_id, channel, subject, metadata, created_at)
      select $1, id, external_id, contact_id, 'EMAIL', subject, metadata, created_at
        from json_to_recordset($2::json) as r(id uuid, external_id text, contact_id uuid, subject text, metadata jsonb,
          created_at timestamptz)
      on conflict (tenant_id, external_id) do update set subject = excluded.subject, created_at = excluded.created_at,
          metadata = c.metadata || excluded.metadata
        where excluded.created_at < c.created_at`,
    [principal.tenant.id, JSON.stringify(records)],
  );
}

async function recount(
  tx: Transaction,
  principal: Principal,
  threads: readonly { id: string }[],
): Promise<void> {
  await tx.query(
    `update conversations c set message_count = m.count, last_message_at = m.last
      from (select conversation_id, count(*)::int as count, max(occurred_at) as last from interactions
        where tenant_id = $1 and conversation_id = any($2::uuid[]) group by conversation_id) m
      where c.tenant_id = $1 and c.id = m.conversation_id`,
    [principal.tenant.id, threads.map(({ id }) => id)],
  );
}
