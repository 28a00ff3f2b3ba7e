import { foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

/** Answers to questions, for as long as nothing that they rest on has changed. */
export const keptAnswers = pgTable(
  "kept_answers",
  {
    tenantId,
    /** SHA-256 of the question, of what its asker may see, and of what answers. */
    key: text("key").notNull(),
    answer: jsonb("answer").notNull(),
    /** pg_snapshot: what was seen when the answer was made; an event of a transaction that is not in it makes the answer stale. */
    seenBefore: text("seen_before").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.key] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("kept_answers_created").on(t.tenantId, t.createdAt),
  ],
);
