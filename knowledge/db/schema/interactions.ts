import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, json, tenantId } from "./columns.ts";
import { contacts } from "./contacts.ts";

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
    // Includes direction, channel and conversation_id, which drizzle cannot say: migration 0004.
    index("interactions_contact").on(t.tenantId, t.contactId, t.occurredAt),
    index("interactions_conversation").on(t.tenantId, t.conversationId, t.occurredAt),
    check("interactions_direction", sql`${t.direction} in ('INBOUND', 'OUTBOUND')`),
  ],
);
