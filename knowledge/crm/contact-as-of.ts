import { type Contact, contactStatus, displayName, type FieldValue } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { fieldsAsOf } from "./history.ts";

/**
 * A contact as it was known just before a moment, from its history.
 * @throws AppError NOT_FOUND when nothing was known of it yet.
 */
export async function contactAsOf(
  tx: Transaction,
  principal: Principal,
  { contact, asOf }: { contact: Contact; asOf: Date },
): Promise<Contact> {
  const fields = await fieldsAsOf(tx, principal, contact.id, asOf);
  if (Object.keys(fields).length === 0) {
    throw new AppError(
      "NOT_FOUND",
      `Nothing was known of ${displayName(contact)} before ${asOf.toISOString()}. Ask for a later moment.`,
    );
  }
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  return {
    ...contact,
    email: text("email"),
    firstName: text("firstName"),
    lastName: text("lastName"),
    phone: text("phone"),
    company: text("company"),
    position: text("position"),
    source: text("source"),
    assignedTo: text("assignedTo"),
    status: contactStatus.catch("LEAD").parse(fields.status),
    customFields: customFields(fields),
    lastContactDate: await lastContactBefore(tx, principal, { contactId: contact.id, asOf }),
  };
}

async function lastContactBefore(
  tx: Transaction,
  principal: Principal,
  { contactId, asOf }: { contactId: string; asOf: Date },
): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date | null }>(
    `select max(occurred_at) as at from interactions where tenant_id = $1 and contact_id = $2 and occurred_at < $3`,
    [principal.tenant.id, contactId, asOf],
  );
  return rows[0]?.at ?? null;
}

const prefix = "custom.";

function customFields(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}
