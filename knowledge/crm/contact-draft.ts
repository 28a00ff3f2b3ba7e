import type { FieldValue } from "#core/domain/contact.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";

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
