import type { ContactStatus, FieldValue } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import { looksLikeEmail } from "./email-address.ts";

/** A contact's fields as a person or program gives them; undefined: not spoken of, null: taken away. */
export interface ContactGiven {
  externalId?: string | null | undefined;
  email?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  phone?: string | null | undefined;
  company?: string | null | undefined;
  position?: string | null | undefined;
  status?: ContactStatus | undefined;
  source?: string | null | undefined;
  assignedTo?: string | null | undefined;
  /** A merge patch (RFC 7396): null takes a field away. */
  customFields?: Readonly<Record<string, FieldValue>> | undefined;
}

/**
 * Fields by the names of contact_history, cleaned as imports clean them: no blanks around, a blank text is none.
 * @throws AppError VALIDATION_FAILED for what is no email address.
 */
export function fieldsOf({ customFields = {}, ...known }: ContactGiven): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(known)) if (value !== undefined) fields[name] = cleaned(value);
  for (const [name, value] of Object.entries(customFields)) fields[`custom.${name}`] = cleaned(value);
  const { email } = fields;
  if (typeof email === "string" && !looksLikeEmail(email)) {
    const message = "is no email address: give one such as ada@example.com";
    throw new AppError("VALIDATION_FAILED", `email ${message}.`, { details: [{ field: "email", message }] });
  }
  return fields;
}

function cleaned(value: FieldValue): FieldValue {
  if (typeof value !== "string") return value;
  return value.trim() || null;
}
