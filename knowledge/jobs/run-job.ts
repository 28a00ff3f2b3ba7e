import { type AppError, toAppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import { type BackgroundJob, findJob, type JobKind } from "./background-job.ts";
import { type JobProgress, jobProgress } from "./job-progress.ts";

/** What one kind of job does. Done twice it must leave the same: a worker may die just before it says that it is done. */
export type JobWork = (
  db: Database,
  principal: Principal,
  job: { job: BackgroundJob; progress: JobProgress },
) => Promise<Record<string, unknown>>;

export type JobWorks = Readonly<Record<JobKind, JobWork>>;

export interface JobTry {
  id: string;
  signal: AbortSignal;
  /** Whether it will not be tried again. */
  isLast: boolean;
}

/** Of errors that another try would meet too. */
const lasting = new Set(["VALIDATION_FAILED", "NOT_FOUND", "FORBIDDEN", "CONFLICT", "AMBIGUOUS"]);

/**
 * Carries out a background job and writes down what it came to. Does nothing with one that was called off, has ended or is gone.
 * @throws what failed, if it may be tried again
 */
export async function runJob(
  db: Database,
  principal: Principal,
  { works, id, signal, isLast }: JobTry & { works: JobWorks },
): Promise<void> {
  const job = await begin(db, principal, id);
  if (!job) return;
  const progress = jobProgress(db, principal, { id, signal });
  // On behalf of whoever asked; that they may was checked then.
  const asker: Principal = { ...principal, user: job.createdBy };
  try {
    const result = await works[job.kind](db, asker, { job, progress });
    await progress.settled();
    await end(db, principal, job, { status: "done", result, error: null });
  } catch (error) {
    await progress.settled();
    // Called off, or the worker is being stopped: then another goes on.
    if (progress.signal.aborted && !signal.aborted) return;
    const known = toAppError(error);
    if (!lasting.has(known.code) && !isLast) throw error;
    const isLasting = lasting.has(known.code);
    await end(db, principal, job, {
      status: "failed",
      keepFile: !isLasting,
      result: null,
      error: told(known),
    });
    if (!isLasting) throw error;
    log.warn({ err: error, job: id, kind: job.kind }, "a job cannot be done");
  }
}

async function begin(db: Database, principal: Principal, id: string): Promise<BackgroundJob | undefined> {
  return db.withTenant(
    principal.tenant.id,
    async (tx) => {
      // A failed one runs again when its dead letter was put back.
      const { rowCount } = await tx.query(
        `update background_jobs set status = 'running', started_at = coalesce(started_at, now()), finished_at = null, error = null
          where tenant_id = $1 and id = $2 and status in ('queued', 'running', 'failed')`,
        [principal.tenant.id, id],
      );
      return rowCount === 0 ? undefined : findJob(tx, principal, { id });
    },
    { idempotent: true },
  );
}

interface End {
  status: "done" | "failed";
  /** For when its dead letter is put back. */
  keepFile?: boolean;
  result: Record<string, unknown> | null;
  error: { code: string; message: string } | null;
}

/** A job that was called off while it ended stays called off. */
async function end(
  db: Database,
  { tenant }: Principal,
  { id, kind }: BackgroundJob,
  { status, keepFile = false, result, error }: End,
): Promise<void> {
  await db.withTenant(
    tenant.id,
    async (tx) => {
      const { rowCount } = await tx.query(
        `update background_jobs set status = $3, result = $4, error = $5, finished_at = now(), progress = coalesce(case when $3 = 'done' then total end, progress)
          where tenant_id = $1 and id = $2 and status = 'running'`,
        [tenant.id, id, status, result && JSON.stringify(result), error && JSON.stringify(error)],
      );
      if (rowCount === 0) return;
      if (!keepFile) {
        await tx.query(`delete from job_files where tenant_id = $1 and job_id = $2`, [tenant.id, id]);
      }
      await tx.query(`select rapport_emit('job.finished', array[$1::uuid], $2::jsonb)`, [
        id,
        JSON.stringify({ kind, status }),
      ]);
      if (kind === "import" && status === "done")
        await tx.query(`select rapport_emit('import.completed', array[$1::uuid])`, [id]);
    },
    { idempotent: true },
  );
}

function told({ code, message }: AppError): { code: string; message: string } {
  return { code, message };
}
