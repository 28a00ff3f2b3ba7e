import { jsonb, timestamp, uuid } from "drizzle-orm/pg-core";

// The files of this folder are the tables as drizzle-kit reads them to write migrations. Nothing imports them at run time:
// queries are SQL (docs/decisions/0005). Row-level security, roles and grants stand in the SQL migrations.

/** A moment, always with its zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

/** The first part of every key. */
export const tenantId = uuid("tenant_id").notNull();

/** A JSON object, empty by default. */
export const json = (name: string) => jsonb(name).notNull().default({});
