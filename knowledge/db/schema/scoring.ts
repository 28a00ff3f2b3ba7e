import {
  bigint,
  doublePrecision,
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
import { contacts } from "./contacts.ts";
import { tenants } from "./workspaces.ts";

/** Trained models. The one that was published last serves; the one whose shadow began last is the challenger. */
export const scoringModels = pgTable(
  "scoring_models",
  {
    tenantId,
    id: uuid("id").notNull(),
    /** 1, 2, 3 … within a tenant: what people call it. */
    version: integer("version").notNull(),
    kind: text("kind").notNull(),
    /** SHA-256 of the leads that it was trained on: the same data has the same hash. */
    dataHash: text("data_hash"),
    /** Everything needed to score; read only by knowledge/scoring. */
    artifact: jsonb("artifact").notNull(),
    /** How it was trained and how good it is; safe to show. */
    report: jsonb("report").notNull(),
    trainedAt: at("trained_at").notNull().defaultNow(),
    /** When it last began to serve; null if it never did. */
    publishedAt: at("published_at"),
    /** Who let it serve, and why. */
    publishedBy: text("published_by"),
    publishNote: text("publish_note"),
    /** Since when its scores are stored beside those of the serving model without being served. */
    shadowSince: at("shadow_since"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("scoring_models_version").on(t.tenantId, t.version),
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
    /** The strongest factors, strongest first: [[name, value, contribution]]; older rows have objects. */
    factors: jsonb("factors").notNull(),
    asOf: at("as_of").notNull(),
    /** Since when it has been about this score, by this model: scored again alike it keeps its moment. */
    since: at("since").notNull().defaultNow(),
    /** What was said then: a score that creeps is held against this one, not against yesterday's. */
    said: doublePrecision("said"),
    /** contacts.updated_at as it was when the contact was read: another value there makes the score stale. */
    contactVersion: at("contact_version").notNull(),
    /** What the challenger says, where there is one. */
    shadowModelId: uuid("shadow_model_id"),
    shadowProbability: doublePrecision("shadow_probability"),
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

/** Append-only: stored scores that another, different one has taken the place of; the latest stands in lead_scores. */
export const scoreHistory = pgTable(
  "score_history",
  {
    tenantId,
    contactId: uuid("contact_id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    modelId: uuid("model_id"),
    probability: doublePrecision("probability").notNull(),
    low: doublePrecision("low").notNull(),
    high: doublePrecision("high").notNull(),
    band: text("band").notNull(),
    shadowModelId: uuid("shadow_model_id"),
    shadowProbability: doublePrecision("shadow_probability"),
    /** When it was first said. */
    asOf: at("as_of").notNull(),
    scoredAt: at("scored_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.seq] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** Append-only: what a language model said of an open lead, to be held against its outcome later. */
export const scoreVotes = pgTable(
  "score_votes",
  {
    tenantId,
    contactId: uuid("contact_id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** `provider:model`. */
    scorer: text("scorer").notNull(),
    probability: doublePrecision("probability").notNull(),
    /** What the statistical scorer said at the same moment. */
    localProbability: doublePrecision("local_probability").notNull(),
    modelId: uuid("model_id"),
    /** urgency, priority, sentiment, response_time: 0–100. */
    factors: jsonb("factors").notNull(),
    votedAt: at("voted_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId, t.seq] }),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    index("score_votes_scorer").on(t.tenantId, t.scorer, t.contactId),
  ],
);
