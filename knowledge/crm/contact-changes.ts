import { type ContactStatus, contactStatus, type FieldValue } from "#core/domain/contact.ts";
import { type OutcomeResult, outcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** Stands for a row's hash where a contact was made because it was mentioned, not told of. */
export const mentionHash = "mention";

/** A stored contact in the shape of its history, for comparing. */
export interface StoredContact {
  id: string;
  hash: string | null;
  status: ContactStatus;
  /** ISO 8601. */
  createdAt: string;
  fields: Record<string, FieldValue>;
  /** The latest outcome row; its result is null when an earlier one was withdrawn. */
  outcome: { result: OutcomeResult | null; at: string | null; source: string; seq: number } | undefined;
}

/** Reads contacts and keeps others from changing them until the transaction ends. */
export async function readStored(
  tx: Transaction,
  principal: Principal,
  ids: readonly string[],
): Promise<Map<string, StoredContact>> {
  if (ids.length === 0) return new Map();
  await tx.query(
    `select 1 from contacts where tenant_id = $1 and id = any($2::uuid[]) order by id for update`,
    [principal.tenant.id, ids],
  );
  const { rows } = await tx.query<Row>(
    `select c.id, c.content_hash, c.external_id, c.email, c.first_name, c.last_name, c.phone, c.company, c.position, c.status, c.source,
        c.assigned_to, c.last_contact_date, c.custom_fields, c.created_at, o.result, o.occurred_at, o.source as outcome_source, o.seq
      from contacts c left join lateral (select result, occurred_at, source, seq from outcomes o
        where o.tenant_id = $1 and o.contact_id = c.id order by seq desc limit 1) o on true
      where c.tenant_id = $1 and c.id = any($2::uuid[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map((row) => [row.id, toStored(row)]));
}

/** The fields whose value differs from the stored one; a field that was never set equals one set to nothing. */
export function changedFields(
  fields: Readonly<Record<string, FieldValue>>,
  stored: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== (stored[name] ?? null)),
  );
}

interface Row {
  id: string;
  content_hash: string | null;
  external_id: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  company: string | null;
  position: string | null;
  status: string;
  source: string | null;
  assigned_to: string | null;
  last_contact_date: Date | null;
  custom_fields: Record<string, FieldValue>;
  created_at: Date;
  result: string | null;
  occurred_at: Date | null;
  outcome_source: string | null;
  seq: string | number | null;
}

function toStored(row: Row): StoredContact {
  const custom = Object.entries(row.custom_fields).map(([name, value]) => [`custom.${name}`, value] as const);
  return {
    id: row.id,
    hash: row.content_hash,
    status: contactStatus.parse(row.status),
    createdAt: row.created_at.toISOString(),
    fields: {
      externalId: row.external_id,
      email: row.email,
      firstName: row.first_name,
      lastName: row.last_name,
      phone: row.phone,
      company: row.company,
      position: row.position,
      status: row.status,
      source: row.source,
      assignedTo: row.assigned_to,
      lastContactDate: row.last_contact_date?.toISOString() ?? null,
      ...Object.fromEntries(custom),
    },
    outcome:
      row.seq === null
        ? undefined
        : {
            result: row.result === null ? null : outcomeResult.parse(row.result),
            at: row.occurred_at?.toISOString() ?? null,
            source: row.outcome_source ?? "",
            seq: Number(row.seq),
          },
  };
}
