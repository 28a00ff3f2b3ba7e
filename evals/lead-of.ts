import type { FieldValue } from "#core/domain/contact.ts";
import type { LabelledLead } from "#knowledge/scoring/snapshots/snapshot.ts";

/** The moment of leads that have fields and no history. */
export const moment = new Date("2026-01-01T00:00:00Z");

/** A lead that ended, known by its fields alone. */
export function leadOf({
  key,
  fields,
  won,
}: {
  key: string;
  fields: Record<string, FieldValue>;
  won: boolean;
}): LabelledLead {
  const snapshot = { contactId: key, asOf: moment, createdAt: null, fields, interactions: [] };
  return { key, snapshot, result: won ? "won" : "lost", endedAt: null };
}
