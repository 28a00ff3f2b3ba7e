import type { FieldValue } from "#core/domain/contact.ts";

/** The custom fields among the fields of a history row, without their prefix. */
export function customFields(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  const custom: Record<string, FieldValue> = {};
  for (const key in fields) if (key.startsWith("custom.")) custom[key.slice(7)] = fields[key] ?? null;
  return custom;
}

/** SQL for the company that a row `r` of changes names, the oldest one of that name. */
export const companyOf = `(select k.id from companies k where k.tenant_id = $1 and lower(k.name) = lower(r.changes ->> 'company')
  order by k.created_at, k.id limit 1)`;
