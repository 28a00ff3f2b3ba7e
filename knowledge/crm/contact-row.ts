import { type Contact, contactStatus, type FieldValue } from "#core/domain/contact.ts";

/** The columns of contacts that make up a Contact; alias the table `c`. */
export const contactColumns = `c.id, c.external_id, c.email, c.first_name, c.last_name, c.phone, c.company, c.company_id,
  c.position, c.status, c.source, c.assigned_to, c.custom_fields, c.metadata, c.last_contact_date, c.created_at, c.updated_at`;

export interface ContactRow {
  id: string;
  external_id: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  company: string | null;
  company_id: string | null;
  position: string | null;
  status: string;
  source: string | null;
  assigned_to: string | null;
  custom_fields: Record<string, FieldValue>;
  metadata: Record<string, unknown>;
  last_contact_date: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** A contact as the domain knows it, from its row. */
export function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    externalId: row.external_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
    company: row.company,
    companyId: row.company_id,
    position: row.position,
    status: contactStatus.parse(row.status),
    source: row.source,
    assignedTo: row.assigned_to,
    customFields: row.custom_fields,
    metadata: row.metadata,
    lastContactDate: row.last_contact_date,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
