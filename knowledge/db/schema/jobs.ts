import {
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, json, tenantId } from "./columns.ts";
import { tenants } from "./workspaces.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Long work that somebody asked for and may watch: an import, scoring of everything, an export. */
export const backgroundJobs = pgTable(
  "background_jobs",
  {
    tenantId,
    id: uuid("id").notNull(),
    /** import, score … */
    kind: text("kind").notNull(),
    /** queued, running, done, failed or cancelled. */
    status: text("status").notNull().default("queued"),
    /** Parts of `total` that are done; in what they are counted depends on the kind. */
    progress: integer("progress").notNull().default(0),
    total: integer("total"),
    input: json("input"),
    result: jsonb("result"),
    /** Of a failed job: the error's code and message. */
    error: jsonb("error"),
    createdBy: text("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }).onDelete("cascade"),
    index("background_jobs_created").on(t.tenantId, t.createdAt),
  ],
);

/** A file that a job reads, in pieces, until the job has ended. */
export const jobFiles = pgTable(
  "job_files",
  {
    tenantId,
    jobId: uuid("job_id").notNull(),
    /** 0, 1, 2 … */
    piece: integer("piece").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.jobId, t.piece] }),
    foreignKey({
      columns: [t.tenantId, t.jobId],
      foreignColumns: [backgroundJobs.tenantId, backgroundJobs.id],
    }).onDelete("cascade"),
  ],
);
