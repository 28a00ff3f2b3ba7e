import {
  bigint,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, json, tenantId } from "./columns.ts";
import { contacts } from "./contacts.ts";
import { conversations, interactions } from "./interactions.ts";
import { tenants } from "./workspaces.ts";

/** Knowledge articles: what the team itself has written down. */
export const articles = pgTable(
  "articles",
  {
    tenantId,
    id: uuid("id").notNull(),
    externalId: text("external_id").notNull(),
    title: text("title"),
    text: text("text").notNull(),
    metadata: json("metadata"),
    contentHash: text("content_hash").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    unique("articles_external_id").on(t.tenantId, t.externalId),
  ],
);

/**
 * What can be found and cited: a message, or a part of a long text. Rows are never changed: a text that changed gets new
 * ones under new numbers, so that a number always stands for the same words.
 */
export const passages = pgTable(
  "passages",
  {
    tenantId,
    /** 0, 1, 2 … within a tenant, never used twice: what postings and vectors refer to. */
    no: integer("no").notNull(),
    /** message | call | note | article. */
    kind: text("kind").notNull(),
    interactionId: uuid("interaction_id"),
    articleId: uuid("article_id"),
    conversationId: uuid("conversation_id"),
    contactId: uuid("contact_id"),
    /** 0, 1, 2 … within a long text. */
    part: smallint("part").notNull(),
    /** Who said it: a name as the source has it. */
    speaker: text("speaker"),
    direction: text("direction"),
    channel: text("channel"),
    title: text("title"),
    /** What is cited. */
    text: text("text").notNull(),
    language: text("language").notNull(),
    /** Indexed terms, each once: what must go from the postings with the passage. */
    terms: text("terms").array().notNull(),
    /** Names of people, companies and things that it belongs to, folded. */
    names: text("names").array().notNull(),
    /** Indexed tokens, context included. */
    length: integer("length").notNull(),
    /** Of all that was indexed: the same hash needs no work. */
    contentHash: text("content_hash").notNull(),
    occurredAt: at("occurred_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.no] }),
    foreignKey({
      columns: [t.tenantId, t.interactionId],
      foreignColumns: [interactions.tenantId, interactions.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.articleId],
      foreignColumns: [articles.tenantId, articles.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete("cascade"),
    index("passages_interaction").on(t.tenantId, t.interactionId),
    index("passages_article").on(t.tenantId, t.articleId),
    index("passages_conversation").on(t.tenantId, t.conversationId),
    index("passages_contact").on(t.tenantId, t.contactId, t.occurredAt),
  ],
);

/**
 * The inverted index: per term and bucket of 4,096 documents, ascending, one integer a document: its place in the bucket (12 bits),
 * how often the term occurs (6), the document's length in tokens (13). Field "text" and "name" point to passages, "gram" to names.
 */
export const postings = pgTable(
  "postings",
  {
    tenantId,
    field: text("field").notNull(),
    term: text("term").notNull(),
    bucket: integer("bucket").notNull(),
    entries: integer("entries").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.field, t.term, t.bucket] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Folded names of people, companies and things that passages belong to: what misspellings are compared with. */
export const passageNames = pgTable(
  "passage_names",
  {
    tenantId,
    no: integer("no").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.no] }),
    unique("passage_names_name").on(t.tenantId, t.name),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** What BM25 needs to know of a tenant's passages as a whole, and the next free numbers. */
export const passageStatistics = pgTable(
  "passage_statistics",
  {
    tenantId,
    passages: integer("passages").notNull().default(0),
    tokens: bigint("tokens", { mode: "number" }).notNull().default(0),
    nextNo: integer("next_no").notNull().default(0),
    nextName: integer("next_name").notNull().default(0),
    /** Passages by language: {"english": 120}. */
    languages: json("languages"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Conversations, single interactions and articles whose passages are to be made anew; filled by triggers. */
export const passageQueue = pgTable(
  "passage_queue",
  {
    tenantId,
    /** conversation | interaction | article. */
    kind: text("kind").notNull(),
    id: uuid("id").notNull(),
    /** Another value after reading means that it changed meanwhile and stays in the queue. */
    queuedAt: at("queued_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.id] }),
    index("passage_queue_order").on(t.tenantId, t.queuedAt, t.kind, t.id),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

/** Vectors of one embedder in one store: a space of its own, never mixed with another. */
export const vectorSpaces = pgTable(
  "vector_spaces",
  {
    tenantId,
    /** The embedder's id. */
    embedder: text("embedder").notNull(),
    /** "pgvector" or "pinecone:<index>". */
    store: text("store").notNull(),
    dimensions: integer("dimensions").notNull(),
    /** Passages below this number have their vectors. */
    embeddedThrough: integer("embedded_through").notNull().default(0),
    /** Since when searches use it; null while it is being filled for the first time. */
    servingSince: at("serving_since"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.embedder, t.store] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);

const vector = customType<{ data: string }>({ dataType: () => "vector" });

/** Vectors kept in Postgres. Each space that is large has an index of its own, made when it is needed. */
export const passageVectors = pgTable(
  "passage_vectors",
  {
    tenantId,
    embedder: text("embedder").notNull(),
    no: integer("no").notNull(),
    embedding: vector("embedding").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.embedder, t.no] }),
    foreignKey({ columns: [t.tenantId, t.no], foreignColumns: [passages.tenantId, passages.no] }).onDelete(
      "cascade",
    ),
  ],
);

/** Passages that are gone, whose vectors a store outside Postgres may still hold. */
export const vectorRemovals = pgTable(
  "vector_removals",
  {
    tenantId,
    no: integer("no").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.no] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
  ],
);
