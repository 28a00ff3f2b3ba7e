import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { contacts } from "./contacts.ts";
import { tenants } from "./workspaces.ts";

/** Effects that wait for a person's yes. The id is the handle that the server made. */
export const proposals = pgTable(
  "proposals",
  {
    tenantId,
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    /** Whom it is about: erased with them. */
    contactId: uuid("contact_id"),
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
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
  ],
);
