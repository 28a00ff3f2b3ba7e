import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * What happened, one row a statement: written by triggers in the transaction that made the change, so that none is missing and none is told
 * of that was rolled back. Names no content, only ids.
 */
export const events = pgTable(
  "events",
  {
    tenantId,
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** Which transaction wrote it. Numbers are drawn before transactions end: only rows of transactions older than any that runs are safe to page through. */
    tx: transactionId("tx").notNull().default(sql`pg_current_xact_id()`),
    /** contact.created, interaction.logged … */
    type: text("type").notNull(),
    /** Ids of what it happened to. */
    subjects: uuid("subjects").array().notNull(),
    data: jsonb("data"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.seq] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("events_order").on(t.tenantId, t.tx, t.seq),
    index("events_created").on(t.tenantId, t.createdAt),
  ],
);

/** Events that no worker has turned into jobs yet, of all tenants. Holds nothing of theirs, and only the owner reads it. */
export const eventQueue = pgTable("event_queue", {
  id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
  tenant: uuid("tenant").notNull(),
  /** `seq` of the event. */
  event: bigint("event", { mode: "number" }).notNull(),
  type: text("type").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});
