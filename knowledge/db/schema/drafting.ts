import { sql } from "drizzle-orm";
import {
  boolean,
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
import { contacts } from "./contacts.ts";
import { conversations, interactions } from "./interactions.ts";
import { tenants } from "./workspaces.ts";

/** Replies that were proposed, and what people decided: the truth about approvals. Each version of a reply is a row of its own. */
export const drafts = pgTable(
  "drafts",
  {
    tenantId,
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    /** The message that is answered. */
    interactionId: uuid("interaction_id").notNull(),
    /** 1, 2, 3 … of the answers to one message. */
    version: integer("version").notNull(),
    /** proposed | approved | edited | rejected | superseded | handed_over. */
    status: text("status").notNull().default("proposed"),
    /** The reply as it was proposed; null where it was handed over to a person instead. */
    response: text("response"),
    /** All that was answered: citations, intent, quality, risks, next steps. */
    content: jsonb("content").notNull(),
    engine: text("engine").notNull(),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: at("proposed_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: at("decided_at"),
    /** Why it was rejected. */
    reason: text("reason"),
    /** The text that was approved: as proposed, or as a person edited it. */
    approvedText: text("approved_text"),
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
    foreignKey({
      columns: [t.tenantId, t.interactionId],
      foreignColumns: [interactions.tenantId, interactions.id],
    }).onDelete("cascade"),
    unique("drafts_version").on(t.tenantId, t.interactionId, t.version),
    index("drafts_status").on(t.tenantId, t.status, t.proposedAt),
    index("drafts_contact").on(t.tenantId, t.contactId),
    index("drafts_conversation").on(t.tenantId, t.conversationId),
    check(
      "drafts_status_known",
      sql`${t.status} in ('proposed', 'approved', 'edited', 'rejected', 'superseded', 'handed_over')`,
    ),
  ],
);

/** What reviews a draft: made by the server for one version and one principal. */
export const draftHandles = pgTable(
  "draft_handles",
  {
    tenantId,
    handle: uuid("handle").notNull(),
    draftId: uuid("draft_id").notNull(),
    issuedTo: text("issued_to").notNull(),
    issuedAt: at("issued_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.handle] }),
    foreignKey({ columns: [t.tenantId, t.draftId], foreignColumns: [drafts.tenantId, drafts.id] }).onDelete(
      "cascade",
    ),
    unique("draft_handles_once").on(t.tenantId, t.draftId, t.issuedTo),
  ],
);

/** Approved replies on their way out, each once. */
export const outbox = pgTable(
  "outbox",
  {
    tenantId,
    id: uuid("id").notNull(),
    draftId: uuid("draft_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    /** Without angle brackets; stays the same however often it is handed on. */
    messageId: text("message_id").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    /** {from, to, cc}: addresses of the thread's record. */
    recipients: jsonb("recipients").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** In-Reply-To, References, Auto-Submitted … */
    headers: json("headers"),
    /** Sent by a policy, not by a person's yes. */
    isAutomatic: boolean("is_automatic").notNull().default(false),
    /** waiting | handed_on | failed. */
    status: text("status").notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    sendAfter: at("send_after").notNull().defaultNow(),
    createdAt: at("created_at").notNull().defaultNow(),
    handedOnAt: at("handed_on_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.draftId], foreignColumns: [drafts.tenantId, drafts.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete("cascade"),
    unique("outbox_draft").on(t.tenantId, t.draftId),
    unique("outbox_message_id").on(t.tenantId, t.messageId),
    unique("outbox_idempotency_key").on(t.tenantId, t.idempotencyKey),
    index("outbox_waiting").on(t.tenantId, t.status, t.sendAfter),
    index("outbox_contact").on(t.tenantId, t.contactId),
    index("outbox_conversation").on(t.tenantId, t.conversationId),
    check("outbox_status_known", sql`${t.status} in ('waiting', 'handed_on', 'failed')`),
  ],
);

/** What people's changes to drafts have taught: short rules that can be read, changed and forgotten. */
export const draftingRules = pgTable(
  "drafting_rules",
  {
    tenantId,
    id: uuid("id").notNull(),
    /** Whose replies; empty: everybody's. */
    userId: text("user_id").notNull().default(""),
    /** The intent it holds for; empty: any. */
    topic: text("topic").notNull().default(""),
    /** tone | greeting | closing | length | fact | forbidden. */
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    /** suggested | active | forgotten. */
    status: text("status").notNull().default("suggested"),
    /** How often people's changes said so. */
    support: integer("support").notNull().default(1),
    /** The draft whose change taught it last; null where somebody wrote it down. */
    draftId: uuid("draft_id"),
    updatedBy: text("updated_by").notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    uniqueIndex("drafting_rules_once").on(t.tenantId, t.userId, t.topic, t.kind, sql`md5(${t.value})`),
    check("drafting_rules_status_known", sql`${t.status} in ('suggested', 'active', 'forgotten')`),
  ],
);

/** Preferences of a user, and the workspace's own (user ''): addresses, links that replies may hold, the policy of automatic sending. */
export const draftingSettings = pgTable(
  "drafting_settings",
  {
    tenantId,
    userId: text("user_id").notNull().default(""),
    settings: jsonb("settings").notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);
