import {
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, tenantId } from "./columns.ts";
import { contacts } from "./contacts.ts";
import { tenants } from "./workspaces.ts";

/** Trained models. The newest published one serves. */
export const scoringModels = pgTable(
  "scoring_models",
  {
    tenantId,
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    /** Everything needed to score; read only by knowledge/scoring. */
    artifact: jsonb("artifact").notNull(),
    /** How it was trained and how good it is; safe to show. */
    report: jsonb("report").notNull(),
    trainedAt: at("trained_at").notNull().defaultNow(),
    publishedAt: at("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("scoring_models_published").on(t.tenantId, t.publishedAt),
  ],
);

/** The latest score of each contact by the local engine, so that leads can be ranked without scoring all of them. */
export const leadScores = pgTable(
  "lead_scores",
  {
    tenantId,
    contactId: uuid("contact_id").notNull(),
    modelId: uuid("model_id"),
    engine: text("engine").notNull(),
    probability: doublePrecision("probability").notNull(),
    low: doublePrecision("low").notNull(),
    high: doublePrecision("high").notNull(),
    band: text("band").notNull(),
    confidence: doublePrecision("confidence").notNull(),
    /** The strongest factors, strongest first: [{name, value, contribution}]. */
    factors: jsonb("factors").notNull(),
    asOf: at("as_of").notNull(),
    /** contacts.updated_at as it was when the contact was read: another value there makes the score stale. */
    contactVersion: at("contact_version").notNull(),
    scoredAt: at("scored_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    index("lead_scores_rank").on(t.tenantId, t.probability.desc(), t.contactId),
  ],
);
