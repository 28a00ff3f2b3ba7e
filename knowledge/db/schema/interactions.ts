import { sql } from "drizzle-orm";
import {
  boolean,
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

const missed =
  "coalesce(outcome, '') ~* 'miss|voice ?mail|no[ _-]?answer|no[ _-]?show|cancel|not reached|busy'";
const hasWords = "coalesce(content, '') <> ''";
const tracked = `not (${hasWords}) and coalesce(activity, '') ~* '\\y(?:open(?:ed|s)?|click(?:ed|s)?|bounced?|unsubscribed?|visit(?:ed)?|view(?:ed)?|download(?:ed)?)\\y'`;
const machine =
  "type is not distinct from 'EMAIL' and coalesce(activity, '') in ('bounce', 'auto-reply', 'list', 'bulk')";

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
    /** `awaitsAnswer` of knowledge/signals/sides.ts, but for what machines write that no label tells: stored, because every metric asks for it. */
    asks: boolean("asks").generatedAlwaysAs(
      sql.raw(`case when direction is distinct from 'INBOUND' or (${machine}) then false
        when type in ('EMAIL', 'CHAT', 'SOCIAL_MEDIA', 'FORM_SUBMISSION') then not (${tracked})
        when type = 'PHONE_CALL' then ${missed}
        else type is null and (conversation_id is not null or ${hasWords}) and not (${tracked}) end`),
    ),
    /** `answers` likewise; a message whose direction is not known does not count. */
    answers: boolean("answers").generatedAlwaysAs(
      sql.raw(`case when direction = 'OUTBOUND' then type is distinct from 'WEBSITE_VISIT' and not (${machine})
        when type in ('PHONE_CALL', 'MEETING') then not ${missed} else false end`),
    ),
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
    // Includes direction, channel, conversation_id, asks and answers, which drizzle cannot say: migration 0006.
    index("interactions_contact").on(t.tenantId, t.contactId, t.occurredAt),
    index("interactions_conversation").on(t.tenantId, t.conversationId, t.occurredAt),
    index("interactions_time").on(t.tenantId, t.occurredAt),
    check("interactions_direction", sql`${t.direction} in ('INBOUND', 'OUTBOUND')`),
  ],
);
