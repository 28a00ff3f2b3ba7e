import { z } from "zod";

export const contactStatus = z.enum(["LEAD", "PROSPECT", "CUSTOMER", "INACTIVE"]);
export type ContactStatus = z.infer<typeof contactStatus>;

/** A field's value as stored: text and dates (ISO 8601) are strings; null is "known to be empty". */
export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof fieldValue>;

/** What a column of a table holds, inferred over all of its values or declared. */
export const fieldType = z.enum(["number", "category", "boolean", "date", "text", "empty"]);
export type FieldType = z.infer<typeof fieldType>;

export const contact = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  email: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  companyId: z.uuid().nullable(),
  position: z.string().nullable(),
  status: contactStatus,
  source: z.string().nullable(),
  assignedTo: z.string().nullable(),
  customFields: z.record(z.string(), fieldValue),
  metadata: z.record(z.string(), z.unknown()),
  lastContactDate: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
/** A person or account being sold to. Has an email or an external id. */
export type Contact = z.infer<typeof contact>;

/** The contact's name as people read it: full name, else email, else external id. */
export function displayName(c: Pick<Contact, "firstName" | "lastName" | "email" | "externalId">): string {
  const full = [c.firstName, c.lastName].filter(Boolean).join(" ");
  return full || c.email || c.externalId || "unnamed contact";
}
