import { auditDays } from "../audit/write-audit.ts";
import { promptDays } from "../limits/record-model-calls.ts";

/** A kind of rows that goes when its time is up. */
export interface Period {
  /** What people call it. */
  name: string;
  table: string;
  /** Days that it is kept; null: as the workspace says, and for ever where it says nothing. */
  days: number | null;
  /** SQL: which of the tenant's rows, as `r`, may go; `$2` is the number of days. */
  gone: string;
  /** SQL: what is set instead of deleting the row. */
  instead?: string;
  /** Rows that one statement takes at most, 5,000 by default. */
  batch?: number;
}

const olderThan = (column: string) => `r.${column} < now() - make_interval(days => $2)`;

/** What a workspace may have limited: the records of its customers. */
const lastSeen = `greatest(r.created_at, r.updated_at, coalesce(r.last_contact_date, r.created_at))`;

/**
 * What is kept how long, in the order in which it goes. What has no row here stays until its contact or its workspace goes. The queues' own
 * tables look after themselves (docs/jobs.md).
 */
export const periods: readonly Period[] = [
  {
    name: "prompts and responses of models",
    table: "model_calls",
    days: promptDays,
    gone: `(r.prompt is not null or r.response is not null) and ${olderThan("generated_at")}`,
    instead: "prompt = null, response = null",
  },
  { name: "calls of models", table: "model_calls", days: 400, gone: olderThan("generated_at") },
  { name: "audit log", table: "audit_log", days: auditDays, gone: olderThan("at") },
  { name: "events", table: "events", days: 30, gone: olderThan("created_at") },
  { name: "answers to repeated requests", table: "idempotency_keys", days: 1, gone: olderThan("created_at") },
  { name: "kept answers", table: "kept_answers", days: 1, gone: olderThan("created_at") },
  { name: "webhooks sent", table: "webhook_deliveries", days: 30, gone: olderThan("created_at") },
  { name: "webhooks received", table: "webhook_messages", days: 30, gone: olderThan("received_at") },
  {
    name: "files of jobs",
    table: "job_files",
    days: 0,
    gone: `exists (select from background_jobs j where j.tenant_id = $1 and j.id = r.job_id
      and j.finished_at <= now() - make_interval(days => $2))`,
    // Half a megabyte each.
    batch: 200,
  },
  {
    name: "uploads that broke off",
    table: "background_jobs",
    days: 1,
    gone: `r.status = 'uploading' and ${olderThan("created_at")}`,
    batch: 20,
  },
  { name: "background jobs", table: "background_jobs", days: 30, gone: olderThan("finished_at") },
  {
    name: "proposals that nobody confirmed",
    table: "proposals",
    days: 30,
    gone: `r.confirmed_at is null and ${olderThan("expires_at")}`,
  },
  { name: "handles of drafts", table: "draft_handles", days: 30, gone: olderThan("issued_at") },
  { name: "runs of insights", table: "insight_runs", days: 400, gone: olderThan("created_at") },
  { name: "interactions", table: "interactions", days: null, gone: olderThan("occurred_at") },
  {
    name: "conversations without messages",
    table: "conversations",
    days: null,
    gone: `${olderThan("created_at")} and coalesce(r.last_message_at, r.created_at) < now() - make_interval(days => $2)
      and not exists (select from interactions i where i.tenant_id = $1 and i.conversation_id = r.id)`,
  },
  {
    name: "contacts without activity",
    table: "contacts",
    days: null,
    gone: `${lastSeen} < now() - make_interval(days => $2)
      and not exists (select from interactions i where i.tenant_id = $1 and i.contact_id = r.id)`,
    // Each takes rows of some twenty tables with it.
    batch: 500,
  },
];
