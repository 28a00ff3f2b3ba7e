import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, json, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

export const companies = pgTable(
  "companies",
  {
    tenantId,
    id: uuid("id").notNull(),
    externalId: text("external_id"),
    name: text("name").notNull(),
    domain: text("domain"),
    industry: text("industry"),
    employees: integer("employees"),
    customFields: json("custom_fields"),
    contentHash: text("content_hash"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    unique("companies_external_id").on(t.tenantId, t.externalId),
    index("companies_name").on(t.tenantId, sql`lower(${t.name})`),
  ],
);

/** The current view of each contact; every value it ever had stands in contact_history. */
export const contacts = pgTable(
  "contacts",
  {
    tenantId,
    id: uuid("id").notNull(),
    externalId: text("external_id"),
    email: text("email"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    phone: text("phone"),
    company: text("company"),
    companyId: uuid("company_id"),
    position: text("position"),
    status: text("status").notNull().default("LEAD"),
    source: text("source"),
    assignedTo: text("assigned_to"),
    customFields: json("custom_fields"),
    metadata: json("metadata"),
    lastContactDate: at("last_contact_date"),
    contentHash: text("content_hash"),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Moves with any change that a score may depend on: fields, interactions, outcome. */
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.tenantId, t.companyId], foreignColumns: [companies.tenantId, companies.id] }),
    unique("contacts_external_id").on(t.tenantId, t.externalId),
    // A list may hold several leads of one person, each with its own id; without an id the email is the identity.
    uniqueIndex("contacts_email_identity")
      .on(t.tenantId, sql`lower(${t.email})`)
      .where(sql`${t.externalId} is null`),
    index("contacts_email").on(t.tenantId, sql`lower(${t.email})`),
    index("contacts_name").on(
      t.tenantId,
      sql`lower(coalesce(${t.firstName} || ' ', '') || coalesce(${t.lastName}, ''))`,
    ),
    index("contacts_updated").on(t.tenantId, t.updatedAt),
    check("contacts_identified", sql`${t.email} is not null or ${t.externalId} is not null`),
    check("contacts_status", sql`${t.status} in ('LEAD', 'PROSPECT', 'CUSTOMER', 'INACTIVE')`),
  ],
);

/** Append-only: at `valid_from` the `source` said that these fields have these values. */
export const contactHistory = pgTable(
  "contact_history",
  {
    tenantId,
    contactId: uuid("contact_id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** -infinity: the source had no date; the values are taken to have held from the beginning. */
    validFrom: at("valid_from").notNull(),
    recordedAt: at("recorded_at").notNull().defaultNow(),
    source: text("source").notNull(),
    changes: jsonb("changes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.seq] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** Append-only: how a lead ended. The latest recorded row of a contact counts; `result` null withdraws an earlier one. */
export const outcomes = pgTable(
  "outcomes",
  {
    tenantId,
    contactId: uuid("contact_id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    result: text("result"),
    occurredAt: at("occurred_at"),
    recordedAt: at("recorded_at").notNull().defaultNow(),
    source: text("source").notNull(),
    note: text("note"),
    /** Recording the same proposal or import row twice leaves one row. */
    idempotencyKey: text("idempotency_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.seq] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    unique("outcomes_idempotency").on(t.tenantId, t.contactId, t.idempotencyKey),
    check("outcomes_result", sql`${t.result} in ('won', 'lost')`),
  ],
);
