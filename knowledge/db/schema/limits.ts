import { bigint, foreignKey, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

/** How much of the service a workspace may use; without a row, the defaults. */
export const limitSettings = pgTable(
  "limit_settings",
  {
    tenantId,
    settings: jsonb("settings").notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Requests counted in the current window, by tenant, user or key; the columns are those of rate-limiter-flexible. */
export const requestCounts = pgTable("request_counts", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint("expire", { mode: "number" }),
});
