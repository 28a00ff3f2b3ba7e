import type { FieldValue } from "#core/domain/contact.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { changedFields, readStored, type StoredContact } from "./contact-changes.ts";
import { lockImports } from "./lock-imports.ts";
import { matchContacts } from "./match-contacts.ts";
import { newIds } from "./new-ids.ts";
import { type OutcomeToSave, saveOutcomes } from "./save-outcomes.ts";

/** A contact as a source tells it; what the source does not speak of is left as it is. */
export interface ContactDraft {
  line: number;
  externalId: string | null;
  email: string | null;
  /** Of the row: the same hash means that nothing has to be compared. */
  hash: string;
  /** ISO 8601; null when the source does not say. */
  createdAt: string | null;
  /** By the names of contact_history: known fields in camelCase, the others as `custom.<name>`. */
  fields: Record<string, FieldValue>;
  /** undefined: the source says nothing about it; null: the lead has not ended. */
  outcome: { result: OutcomeResult; at: string | null } | null | undefined;
}

export interface SaveRun {
  /** Where the values come from, as it stands in the history ("import:leads.csv"). */
  source: string;
  /** Looks and compares, writes nothing. */
  dryRun?: boolean;
}

export interface SaveResult {
  imported: number;
  updated: number;
  unchanged: number;
  bad: { line: number; reason: string }[];
}

/**
 * Stores a batch of contacts, each known by its external id or else its email: new ones with their first history row,
 * changed ones with a history row of what changed. Contacts of one batch must differ in identity. Doing it twice
 * changes nothing. Imports of one workspace take turns, batch by batch.
 */
export async function saveContacts(
  tx: Transaction,
  principal: Principal,
  { drafts, source, dryRun = false }: { drafts: readonly ContactDraft[] } & SaveRun,
): Promise<SaveResult> {
  await lockImports(tx, principal);
  const { known, ambiguous } = await matchContacts(tx, principal, drafts);
  const result: SaveResult = { imported: 0, updated: 0, unchanged: 0, bad: [] };
  const created: ContactDraft[] = [];
  const differing: { draft: ContactDraft; id: string }[] = [];
  for (const draft of drafts) {
    const match = known.get(draft);
    if (ambiguous.has(draft)) result.bad.push({ line: draft.line, reason: sharedEmail(draft.email) });
    else if (!match) created.push(draft);
    else if (match.hash === draft.hash) result.unchanged++;
    else differing.push({ draft, id: match.id });
  }
  const stored = await readStored(
    tx,
    principal,
    differing.map(({ id }) => id),
  );
  const changes = differing.map(({ draft, id }) => changeOf(draft, stored.get(id)));
  const updated = changes.filter((change) => change.changed);
  result.imported = created.length;
  result.updated = updated.length;
  result.unchanged += changes.length - updated.length;
  if (dryRun) return result;
  const outcomes = await insertContacts(tx, principal, { drafts: created, source });
  await updateContacts(tx, principal, { changes, source });
  await saveOutcomes(
    tx,
    principal,
    [...outcomes, ...updated.flatMap((change) => change.outcome ?? [])],
    source,
  );
  return result;
}

interface Change {
  id: string;
  draft: ContactDraft;
  /** Only what differs from what is stored. */
  fields: Record<string, FieldValue>;
  outcome: OutcomeToSave | undefined;
  changed: boolean;
}

function changeOf(draft: ContactDraft, stored: StoredContact | undefined): Change {
  if (!stored) throw new Error("A contact vanished while it was being imported.");
  const outcome = outcomeChange(draft, stored);
  const fields = changedFields({ ...draft.fields, ...impliedStatus(draft, stored) }, stored.fields);
  const changed = outcome !== undefined || Object.keys(fields).length > 0;
  return { id: stored.id, draft, fields, outcome, changed };
}

/** A lead that is won is a customer, unless the source has statuses of its own. */
function impliedStatus({ fields, outcome }: ContactDraft, stored: StoredContact): Record<string, FieldValue> {
  if ("status" in fields || outcome === undefined) return {};
  if (outcome?.result === "won") return { status: "CUSTOMER" };
  return stored.outcome?.result === "won" && stored.fields.status === "CUSTOMER" ? { status: "LEAD" } : {};
}

function outcomeChange({ outcome }: ContactDraft, stored: StoredContact): OutcomeToSave | undefined {
  if (outcome === undefined) return undefined;
  const latest = stored.outcome;
  const same =
    (outcome?.result ?? null) === (latest?.result ?? null) && (outcome?.at ?? null) === (latest?.at ?? null);
  // A blank cell withdraws what an import said, never what a person recorded.
  if (same || (outcome === null && !latest?.source.startsWith("import:"))) return undefined;
  return {
    contactId: stored.id,
    result: outcome?.result ?? null,
    at: outcome?.at ?? null,
    after: latest?.seq ?? 0,
  };
}

interface Insert {
  drafts: readonly ContactDraft[];
  source: string;
}

async function insertContacts(
  tx: Transaction,
  principal: Principal,
  { drafts, source }: Insert,
): Promise<OutcomeToSave[]> {
  if (drafts.length === 0) return [];
  const ids = newIds(drafts.length);
  const rows = drafts.map((draft, index) => toRecord(draft, ids[index] ?? ""));
  await tx.query(insertSql, [principal.tenant.id, source, JSON.stringify(rows)]);
  return rows.flatMap(({ id, outcome }) => (outcome ? [{ contactId: id, ...outcome, after: 0 }] : []));
}

function toRecord(draft: ContactDraft, id: string) {
  const won = draft.outcome?.result === "won" && !("status" in draft.fields);
  return {
    id,
    hash: draft.hash,
    created_at: draft.createdAt,
    changes: { status: "LEAD", ...draft.fields },
    custom: customFields(draft.fields),
    outcome: draft.outcome,
    // The lead was none of our customers before it was won: the status has its own moment in the history.
    won_at: won ? (draft.outcome?.at ?? "now") : null,
  };
}

function customFields(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  const custom: Record<string, FieldValue> = {};
  for (const key in fields) if (key.startsWith("custom.")) custom[key.slice(7)] = fields[key] ?? null;
  return custom;
}

const record = `id uuid, hash text, created_at timestamptz, changes jsonb, custom jsonb, won_at text`;

const companyOf = `(select k.id from companies k where k.tenant_id = $1 and lower(k.name) = lower(r.changes ->> 'company')
  order by k.created_at, k.id limit 1)`;

const insertSql = `
  with r as materialized (select * from json_to_recordset($3::json) as r(${record})),
  inserted as (
    insert into contacts (tenant_id, id, external_id, email, first_name, last_name, phone, company, company_id, position,
        status, source, assigned_to, last_contact_date, custom_fields, content_hash, created_at)
      select $1, id, changes ->> 'externalId', changes ->> 'email', changes ->> 'firstName', changes ->> 'lastName',
        changes ->> 'phone', changes ->> 'company', case when changes ? 'company' then ${companyOf} end,
        changes ->> 'position', case when won_at is null then changes ->> 'status' else 'CUSTOMER' end,
        changes ->> 'source', changes ->> 'assignedTo', (changes ->> 'lastContactDate')::timestamptz, custom, hash,
        coalesce(created_at, now())
      from r)
  insert into contact_history (tenant_id, contact_id, valid_from, source, changes)
    select $1, id, coalesce(created_at, '-infinity'), $2, changes from r
    union all
    select $1, id, case when won_at = 'now' then now() else won_at::timestamptz end, $2, '{"status": "CUSTOMER"}' from r
      where won_at is not null`;

interface Update {
  changes: readonly Change[];
  source: string;
}

async function updateContacts(
  tx: Transaction,
  principal: Principal,
  { changes, source }: Update,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, draft, fields, changed }) => ({
    id,
    hash: draft.hash,
    created_at: draft.createdAt,
    changes: fields,
    custom: customFields(fields),
    changed,
  }));
  await tx.query(updateSql, [principal.tenant.id, source, JSON.stringify(rows)]);
}

/** The new value where the change speaks of the field, the stored one else. */
const next = (column: string, field: string, cast = "") =>
  `${column} = case when r.changes ? '${field}' then (r.changes ->> '${field}')${cast} else c.${column} end`;

const updateSql = `
  with r as materialized (
    select * from json_to_recordset($3::json) as r(id uuid, hash text, created_at timestamptz, changes jsonb, custom jsonb, changed boolean)),
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
    select $1, id, now(), $2, changes from r where changes <> '{}'::jsonb`;

function sharedEmail(email: string | null): string {
  return `Several contacts have the email ${email}. Say which column tells them apart with --id.`;
}
