import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

// The tables, as drizzle-kit reads them to write migrations. Nothing imports this file at run time: queries are SQL
// (docs/decisions/0005). Row-level security, roles and grants stand in the SQL migrations beside it.

const at = (name: string) => timestamp(name, { withTimezone: true });
const tenantId = uuid("tenant_id").notNull();
const json = (name: string) => jsonb(name).notNull().default({});

/** A workspace: one customer of the service. */
export const tenants = pgTable("tenants", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull().unique(),
  isSample: boolean("is_sample").notNull().default(false),
  createdAt: at("created_at").notNull().defaultNow(),
});

export const users = pgTable(
  "users",
  {
    tenantId,
    id: text("id").notNull(),
    email: text("email"),
    name: text("name"),
    role: text("role").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

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

export const conversations = pgTable(
  "conversations",
  {
    tenantId,
    id: uuid("id").notNull(),
    externalId: text("external_id"),
    contactId: uuid("contact_id").notNull(),
    channel: text("channel"),
    subject: text("subject"),
    status: text("status").notNull().default("active"),
    stage: text("stage"),
    messageCount: integer("message_count").notNull().default(0),
    lastMessageAt: at("last_message_at"),
    metadata: json("metadata"),
    contentHash: text("content_hash"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    unique("conversations_external_id").on(t.tenantId, t.externalId),
    index("conversations_contact").on(t.tenantId, t.contactId),
  ],
);

/** Touches with a contact. A message is one that belongs to a conversation. */
export const interactions = pgTable(
  "interactions",
  {
    tenantId,
    id: uuid("id").notNull(),
    /** The source's id, or a hash of the row when it has none: importing twice meets the same value. */
    externalId: text("external_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    conversationId: uuid("conversation_id"),
    userId: text("user_id"),
    type: text("type"),
    channel: text("channel"),
    activity: text("activity"),
    subject: text("subject"),
    content: text("content"),
    direction: text("direction"),
    duration: doublePrecision("duration"),
    outcome: text("outcome"),
    sender: text("sender"),
    metadata: json("metadata"),
    contentHash: text("content_hash").notNull(),
    occurredAt: at("occurred_at").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete("cascade"),
    unique("interactions_external_id").on(t.tenantId, t.externalId),
    index("interactions_contact").on(t.tenantId, t.contactId, t.occurredAt),
    index("interactions_conversation").on(t.tenantId, t.conversationId, t.occurredAt),
    check("interactions_direction", sql`${t.direction} in ('INBOUND', 'OUTBOUND')`),
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

/** The types of a tenant's fields, as inferred from imports. */
export const fieldDefinitions = pgTable(
  "field_definitions",
  {
    tenantId,
    entity: text("entity").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.entity, t.name] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

export const imports = pgTable(
  "imports",
  {
    tenantId,
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    fileName: text("file_name").notNull(),
    settings: json("settings"),
    counts: json("counts"),
    startedAt: at("started_at").notNull().defaultNow(),
    finishedAt: at("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Trained models. The newest published one serves. */
export const scoringModels = pgTable(
  "scoring_models",
  {
    tenantId,
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    /** Everything needed to score; read only by knowledge/scoring. */
    artifact: jsonb("artifact").notNull(),
    /** How it was trained and how good it is; safe to show. */
    report: jsonb("report").notNull(),
    trainedAt: at("trained_at").notNull().defaultNow(),
    publishedAt: at("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("scoring_models_published").on(t.tenantId, t.publishedAt),
  ],
);

/** The latest score of each contact by the local engine, so that leads can be ranked without scoring all of them. */
export const leadScores = pgTable(
  "lead_scores",
  {
    tenantId,
    contactId: uuid("contact_id").notNull(),
    modelId: uuid("model_id"),
    engine: text("engine").notNull(),
    probability: doublePrecision("probability").notNull(),
    low: doublePrecision("low").notNull(),
    high: doublePrecision("high").notNull(),
    band: text("band").notNull(),
    confidence: doublePrecision("confidence").notNull(),
    /** The strongest factors, strongest first: [{name, value, contribution}]. */
    factors: jsonb("factors").notNull(),
    asOf: at("as_of").notNull(),
    /** contacts.updated_at as it was when the contact was read: another value there makes the score stale. */
    contactVersion: at("contact_version").notNull(),
    scoredAt: at("scored_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    index("lead_scores_rank").on(t.tenantId, t.probability.desc(), t.contactId),
  ],
);

/** Effects that wait for a person's yes. The id is the handle that the server made. */
export const proposals = pgTable(
  "proposals",
  {
    tenantId,
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    payload: jsonb("payload").notNull(),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: at("proposed_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    confirmedBy: text("confirmed_by"),
    confirmedAt: at("confirmed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);
