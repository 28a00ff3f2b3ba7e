import { boolean, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, json, tenantId } from "./columns.ts";

/** A workspace: one customer of the service. */
export const tenants = pgTable("tenants", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull().unique(),
  isSample: boolean("is_sample").notNull().default(false),
  /** For trying things out: may be emptied at any time. */
  isSandbox: boolean("is_sandbox").notNull().default(false),
  createdAt: at("created_at").notNull().defaultNow(),
  /** Since when nobody is let in. */
  suspendedAt: at("suspended_at"),
});

export const users = pgTable(
  "users",
  {
    tenantId,
    id: text("id").notNull(),
    email: text("email"),
    name: text("name"),
    role: text("role").notNull(),
    preferences: json("preferences"),
    createdAt: at("created_at").notNull().defaultNow(),
    lastLogin: at("last_login"),
    /** Since when they are not let in. */
    deactivatedAt: at("deactivated_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
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
