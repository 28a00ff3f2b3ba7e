import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, json, tenantId } from "./columns.ts";
import { contacts } from "./contacts.ts";
import { tenants } from "./workspaces.ts";

/** Keys of programs that call the service. The key itself is shown once and never stored. */
export const apiKeys = pgTable(
  "api_keys",
  {
    tenantId,
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the secret part, hex. */
    hash: text("hash").notNull(),
    /** On whose behalf it acts. */
    userId: text("user_id").notNull(),
    roles: text("roles").array().notNull(),
    /** Permissions it is confined to; null: all that its roles grant. */
    scopes: text("scopes").array(),
    createdBy: text("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at"),
    lastUsedAt: at("last_used_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Answers to writes, so that a request that is sent again has one effect and the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    tenantId,
    userId: text("user_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of operation and input: the same key with other words is refused. */
    requestHash: text("request_hash").notNull(),
    /** HTTP status of the answer; null while the first request is under way. */
    status: smallint("status"),
    body: jsonb("body"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId, t.key] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("idempotency_keys_created").on(t.tenantId, t.createdAt),
  ],
);

/** Append-only: who did what to what, when and from where. */
export const auditLog = pgTable(
  "audit_log",
  {
    tenantId,
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    at: at("at").notNull().defaultNow(),
    actor: text("actor").notNull(),
    /** user | key | local. */
    actorKind: text("actor_kind").notNull(),
    /** The operation's or tool's name. */
    action: text("action").notNull(),
    /** Id of what it was done to, where there is one. */
    target: text("target"),
    /** ok, or the error's code. */
    outcome: text("outcome").notNull(),
    fromAddress: text("from_address"),
    requestId: text("request_id"),
    details: json("details"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.seq] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("audit_log_at").on(t.tenantId, t.at),
  ],
);

/** Every call of a language model: what it cost, and for a short while what was said, redacted. */
export const modelCalls = pgTable(
  "model_calls",
  {
    tenantId,
    id: uuid("id").notNull(),
    userId: text("user_id").notNull(),
    /** Which tool asked. */
    purpose: text("purpose").notNull(),
    /** provider:model. */
    model: text("model").notNull(),
    promptTokens: integer("prompt_tokens").notNull(),
    responseTokens: integer("response_tokens").notNull(),
    responseTimeMs: integer("response_time_ms").notNull(),
    costMicroUsd: bigint("cost_micro_usd", { mode: "number" }).notNull(),
    /** ok, timeout, refused, failed or open (the breaker). */
    outcome: text("outcome").notNull(),
    prompt: text("prompt"),
    response: text("response"),
    metadata: json("metadata"),
    generatedAt: at("generated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("model_calls_at").on(t.tenantId, t.generatedAt),
  ],
);

/** What somebody means to do about a contact, and by when. */
export const followUps = pgTable(
  "follow_ups",
  {
    tenantId,
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    dueAt: at("due_at").notNull(),
    text: text("text").notNull(),
    assignedTo: text("assigned_to"),
    createdBy: text("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    doneAt: at("done_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    index("follow_ups_due").on(t.tenantId, t.doneAt, t.dueAt),
    index("follow_ups_contact").on(t.tenantId, t.contactId),
  ],
);
