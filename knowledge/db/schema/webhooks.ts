import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

/** Where a workspace wants to be told of events. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    tenantId,
    id: uuid("id").notNull(),
    url: text("url").notNull(),
    /** Types of events; empty: all. */
    eventTypes: text("event_types").array().notNull(),
    /** Encrypted; what signs the messages. */
    secret: text("secret").notNull(),
    /** The one before, accepted by receivers until it ends. */
    previousSecret: text("previous_secret"),
    previousUntil: at("previous_until"),
    createdBy: text("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Since when nothing is sent there; and why. */
    disabledAt: at("disabled_at"),
    disabledReason: text("disabled_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Messages to endpoints, with what became of them. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    tenantId,
    /** The message's webhook-id: the same for every try. */
    id: uuid("id").notNull(),
    endpointId: uuid("endpoint_id").notNull(),
    /** `seq` of the event, and which part of its subjects. */
    event: text("event").notNull(),
    body: jsonb("body").notNull(),
    /** waiting, delivered or failed. */
    status: text("status").notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    /** HTTP status of the last try; null: there was no answer. */
    lastStatus: integer("last_status"),
    lastError: text("last_error"),
    createdAt: at("created_at").notNull().defaultNow(),
    triedAt: at("tried_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.endpointId],
      foreignColumns: [webhookEndpoints.tenantId, webhookEndpoints.id],
    }).onDelete("cascade"),
    unique("webhook_deliveries_event").on(t.tenantId, t.endpointId, t.event),
    index("webhook_deliveries_created").on(t.tenantId, t.createdAt),
  ],
);

/** Systems that send webhooks to a workspace. */
export const webhookSources = pgTable(
  "webhook_sources",
  {
    tenantId,
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** Encrypted; what their messages are signed with. */
    secret: text("secret").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    disabledAt: at("disabled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    unique("webhook_sources_name").on(t.tenantId, t.name),
  ],
);

/** Messages that were received and verified, stored before they were answered. */
export const webhookMessages = pgTable(
  "webhook_messages",
  {
    tenantId,
    id: uuid("id").notNull(),
    sourceId: uuid("source_id").notNull(),
    /** The sender's webhook-id: the same message is taken once. */
    messageId: text("message_id").notNull(),
    body: jsonb("body").notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
    processedAt: at("processed_at"),
    /** What became of it, or why it could not be processed. */
    result: jsonb("result"),
    error: text("error"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.sourceId],
      foreignColumns: [webhookSources.tenantId, webhookSources.id],
    }).onDelete("cascade"),
    unique("webhook_messages_message").on(t.tenantId, t.sourceId, t.messageId),
    index("webhook_messages_received").on(t.tenantId, t.receivedAt),
  ],
);
