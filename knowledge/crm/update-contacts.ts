import type { FieldValue } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { changedFields, mentionHash, type StoredContact } from "./contact-changes.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { companyOf, customFields } from "./contact-record.ts";
import type { OutcomeToSave } from "./save-outcomes.ts";
import { statusAfter } from "./status-after.ts";

/** What a draft changes of a stored contact. */
export interface ContactChange {
  id: string;
  draft: ContactDraft;
  /** Only what differs from what is stored. */
  fields: Record<string, FieldValue>;
  outcome: OutcomeToSave | undefined;
  changed: boolean;
  /** What its history row says. */
  history: Record<string, FieldValue>;
  /** Nothing but a mention was known of the contact so far: what is told now has held since it was made. */
  first: boolean;
}

/** Compares a draft with the contact that it is about. */
export function changeOf(draft: ContactDraft, stored: StoredContact): ContactChange {
  const outcome = outcomeChange(draft, stored);
  const fields = changedFields(draft.fields, stored.fields);
  const created = draft.createdAt !== null && draft.createdAt !== stored.createdAt;
  const first = stored.hash === mentionHash;
  const earlier = first && draft.createdAt !== null && draft.createdAt < stored.createdAt;
  return {
    id: stored.id,
    draft,
    fields,
    // Of the time before the mention nothing is known but this row: it tells all.
    history: earlier ? { status: "LEAD", ...draft.fields } : fields,
    outcome,
    changed: outcome !== undefined || created || Object.keys(fields).length > 0,
    first,
  };
}

function outcomeChange({ fields, outcome }: ContactDraft, stored: StoredContact): OutcomeToSave | undefined {
  if (outcome === undefined) return undefined;
  const latest = stored.outcome;
  const before = latest?.result ?? null;
  const same = (outcome?.result ?? null) === before && (outcome?.at ?? null) === (latest?.at ?? null);
  // A blank cell withdraws what an import said, never what a person recorded.
  if (same || (outcome === null && !latest?.source.startsWith("import:"))) return undefined;
  const status = statusAfter(outcome?.result ?? null, { status: stored.status, outcome: before });
  return {
    contactId: stored.id,
    result: outcome?.result ?? null,
    at: outcome?.at ?? null,
    after: latest?.seq ?? 0,
    // A source with statuses of its own tells the status itself.
    status: "status" in fields || status === stored.status ? undefined : status,
  };
}

interface Update {
  changes: readonly ContactChange[];
  source: string;
}

/** Stores changes of contacts, each with one history row of what changed. */
export async function updateContacts(
  tx: Transaction,
  principal: Principal,
  { changes, source }: Update,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, draft, fields, history, changed, first }) => ({
    id,
    hash: draft.hash,
    created_at: draft.createdAt,
    changes: fields,
    history,
    custom: customFields(fields),
    changed,
    first,
  }));
  await tx.query(updateSql, [principal.tenant.id, source, JSON.stringify(rows)]);
}

/** The new value where the change speaks of the field, the stored one else. */
const next = (column: string, field: string, cast = "") =>
  `${column} = case when r.changes ? '${field}' then (r.changes ->> '${field}')${cast} else c.${column} end`;

const updateSql = `
  with r as materialized (
    select * from json_to_recordset($3::json) as r(id uuid, hash text, created_at timestamptz, changes jsonb, history jsonb, custom jsonb, changed boolean, first boolean)),
  updated as (
    update contacts c set ${[
      next("external_id", "externalId"),
      next("email", "email"),
      next("first_name", "firstName"),
      next("last_name", "lastName"),
      next("phone", "phone"),
      next("company", "company"),
      `company_id = case when r.changes ? 'company' then ${companyOf} else c.company_id end`,
      next("position", "position"),
      next("status", "status"),
      next("source", "source"),
      next("assigned_to", "assignedTo"),
      next("last_contact_date", "lastContactDate", "::timestamptz"),
    ].join(", ")},
        custom_fields = c.custom_fields || r.custom, content_hash = r.hash, created_at = coalesce(r.created_at, c.created_at),
        updated_at = case when r.changed then now() else c.updated_at end
      from r where c.tenant_id = $1 and c.id = r.id)
  insert into contact_history (tenant_id, contact_id, valid_from, source, changes)
    select $1, c.id, case when r.first then coalesce(r.created_at, c.created_at) else now() end, $2, r.history
      from r join contacts c on c.tenant_id = $1 and c.id = r.id where r.history <> '{}'::jsonb`;
