import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** What long work there is. */
export const jobKinds = ["score", "import", "train"] as const;
export type JobKind = (typeof jobKinds)[number];

/** "uploading": its file is not here yet. */
export const jobStatuses = ["uploading", "queued", "running", "done", "failed", "cancelled"] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** Long work that somebody asked for. */
export interface BackgroundJob {
  id: string;
  kind: JobKind;
  status: JobStatus;
  /** Parts of `total` that are done: contacts that were scored, bytes that were read. */
  progress: number;
  total: number | null;
  input: Record<string, unknown>;
  result: Record<string, unknown> | null;
  error: { code: string; message: string } | null;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const columns = `id, kind, status, progress, total, input, result, error, created_by as "createdBy", created_at as "createdAt",
  started_at as "startedAt", finished_at as "finishedAt"`;

export interface JobsQuery {
  kind?: JobKind | undefined;
  /** Only those that this user asked for. */
  createdBy?: string | undefined;
  /** The id of the last job of the page before. */
  after?: string | undefined;
  limit: number;
}

/** A workspace's jobs, the newest first. */
export async function listJobs(
  tx: Transaction,
  { tenant }: Principal,
  { kind, createdBy, after, limit }: JobsQuery,
): Promise<BackgroundJob[]> {
  const { rows } = await tx.query<BackgroundJob>(
    `select ${columns} from background_jobs where tenant_id = $1 and ($2::text is null or kind = $2)
        and ($3::text is null or created_by = $3)
        and ($4::uuid is null or (created_at, id) < (select created_at, id from background_jobs where tenant_id = $1 and id = $4))
      order by created_at desc, id desc limit $5`,
    [tenant.id, kind ?? null, createdBy ?? null, after ?? null, limit],
  );
  return rows;
}

/** One job; undefined when there is none, or it is of another user than the one named. */
export async function findJob(
  tx: Transaction,
  { tenant }: Principal,
  { id, createdBy }: { id: string; createdBy?: string | undefined },
): Promise<BackgroundJob | undefined> {
  const { rows } = await tx.query<BackgroundJob>(
    `select ${columns} from background_jobs where tenant_id = $1 and id = $2 and ($3::text is null or created_by = $3)`,
    [tenant.id, id, createdBy ?? null],
  );
  return rows[0];
}
