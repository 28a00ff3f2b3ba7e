import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

/** Append-only: what generate_insights was asked, what the data were then and what it found, so that it can be run again and compared. */
export const insightRuns = pgTable(
  "insight_runs",
  {
    tenantId,
    id: uuid("id").notNull(),
    /** All that decides the result: segment, period, metrics, time zone, grain, whose contacts. */
    parameters: jsonb("parameters").notNull(),
    /** SHA-256 of every series and grouping that was analysed. */
    dataHash: text("data_hash").notNull(),
    /** Findings and the numbers they state. */
    result: jsonb("result").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("insight_runs_created").on(t.tenantId, t.createdAt),
  ],
);

/** How a workspace's journeys are staged; no row: the default stages. */
export const journeyStages = pgTable(
  "journey_stages",
  {
    tenantId,
    /** The stages in order, each with what reaches it (knowledge/journeys/stage-rules.ts). */
    stages: jsonb("stages").notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);
