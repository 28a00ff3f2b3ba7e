import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { companyOf, customFields } from "./contact-record.ts";
import { newIds } from "./new-ids.ts";
import type { OutcomeToSave } from "./save-outcomes.ts";
import { statusAfter } from "./status-after.ts";

interface Insert {
  drafts: readonly ContactDraft[];
  source: string;
}

/** Stores new contacts with their first history rows; returns the outcomes that remain to be stored. */
export async function insertContacts(
  tx: Transaction,
  principal: Principal,
  { drafts, source }: Insert,
): Promise<OutcomeToSave[]> {
  if (drafts.length === 0) return [];
  const ids = newIds(drafts.length);
  const rows = drafts.map((draft, index) => toRecord(draft, ids[index] ?? ""));
  await tx.query(insertSql, [principal.tenant.id, source, JSON.stringify(rows)]);
  return rows.flatMap(({ id, outcome }) =>
    outcome ? [{ contactId: id, ...outcome, after: 0, status: undefined }] : [],
  );
}

function toRecord(draft: ContactDraft, id: string) {
  const next = statusAfter(draft.outcome?.result ?? null, { status: "LEAD", outcome: null });
  return {
    id,
    hash: draft.hash,
    created_at: draft.createdAt,
    changes: { status: "LEAD", ...draft.fields },
    custom: customFields(draft.fields),
    outcome: draft.outcome,
    // The lead was none of our customers before it was won: the status has its own moment in the history.
    next_status: "status" in draft.fields || next === "LEAD" ? null : next,
    ended_at: draft.outcome?.at ?? null,
  };
}

const record = `id uuid, hash text, created_at timestamptz, changes jsonb, custom jsonb, next_status text, ended_at timestamptz`;

const insertSql = `
  with r as materialized (select * from json_to_recordset($3::json) as r(${record})),
  inserted as (
    insert into contacts (tenant_id, id, external_id, email, first_name, last_name, phone, company, company_id, position,
        status, source, assigned_to, last_contact_date, custom_fields, content_hash, created_at)
      select $1, id, changes ->> 'externalId', changes ->> 'email', changes ->> 'firstName', changes ->> 'lastName',
        changes ->> 'phone', changes ->> 'company', case when changes ? 'company' then ${companyOf} end,
        changes ->> 'position', coalesce(next_status, changes ->> 'status'), changes ->> 'source', changes ->> 'assignedTo',
        (changes ->> 'lastContactDate')::timestamptz, custom, hash, coalesce(created_at, now())
      from r)
  insert into contact_history (tenant_id, contact_id, valid_from, source, changes)
    select $1, id, coalesce(created_at, '-infinity'), $2, changes from r
    union all
    select $1, id, greatest(coalesce(ended_at, now()), created_at), $2, jsonb_build_object('status', next_status) from r
      where next_status is not null`;
