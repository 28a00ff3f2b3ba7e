import { z } from "zod";
import { contactStatus, displayName, fieldValue } from "#core/domain/contact.ts";
import type { ContactView } from "#knowledge/crm/contact-view.ts";

const text = z.string().nullable();

/** A contact as programs read it: nothing is cut. */
export const contactShape = z.object({
  id: z.uuid(),
  externalId: text,
  firstName: text,
  lastName: text,
  fullName: z.string(),
  email: text,
  phone: text,
  company: text,
  position: text,
  leadScore: z.number().min(0).max(100).nullable().describe("As stored; null while it has not been scored."),
  status: contactStatus,
  source: text,
  assignedTo: text,
  customFields: z.record(z.string(), fieldValue),
  lastContactDate: text,
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.string().describe("The ETag without its quotes."),
  metadata: z.record(z.string(), z.unknown()),
});
export type ContactShape = z.infer<typeof contactShape>;

/** A stored contact in that shape; custom fields that are known to be empty are left out. */
export function toContactShape(contact: ContactView): ContactShape {
  const {
    companyId: _,
    recentActivity: __,
    lastContactDate,
    createdAt,
    updatedAt,
    customFields,
    ...rest
  } = contact;
  return {
    ...rest,
    fullName: displayName(contact),
    customFields: Object.fromEntries(Object.entries(customFields).filter(([, value]) => value !== null)),
    lastContactDate: lastContactDate?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
