import { randomUUID } from "node:crypto";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database, Transaction } from "../db/database.ts";
import { type BackgroundJob, findJob, type JobKind, type JobStatus } from "./background-job.ts";

export interface NewJob {
  kind: JobKind;
  input: Record<string, unknown>;
  /** Default: queued. */
  status?: JobStatus;
}

/** Asks for long work, which a worker begins once this transaction is saved. */
export async function createJob(
  tx: Transaction,
  principal: Principal,
  { kind, input, status = "queued" }: NewJob,
): Promise<BackgroundJob> {
  const id = randomUUID();
  await tx.query(
    `insert into background_jobs (tenant_id, id, kind, status, input, created_by) values ($1, $2, $3, $4, $5, $6)`,
    [principal.tenant.id, id, kind, status, JSON.stringify(input), principal.user],
  );
  return jobOf(tx, principal, id);
}

/** Lets workers begin a job whose file is complete. */
export async function queueUploaded(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<BackgroundJob> {
  const { rowCount } = await tx.query(
    `update background_jobs set status = 'queued' where tenant_id = $1 and id = $2 and status = 'uploading'`,
    [principal.tenant.id, id],
  );
  if (rowCount > 0) await tx.query(`select rapport_emit('job.queued', array[$1::uuid])`, [id]);
  return jobOf(tx, principal, id);
}

/**
 * Calls a job off: one that waits never begins, one that runs ends at its next page, and what it has done stays. Calling off twice is once.
 * @param createdBy only a job of this user.
 * @throws AppError NOT_FOUND, CONFLICT for one that has ended
 */
export async function cancelJob(
  db: Database,
  principal: Principal,
  { id, createdBy }: { id: string; createdBy?: string | undefined },
): Promise<void> {
  await db.withTenant(
    principal.tenant.id,
    async (tx) => {
      const job = await findJob(tx, principal, { id, createdBy });
      if (!job) throw noJob();
      if (job.status === "cancelled") return;
      const { rowCount } = await tx.query(
        `update background_jobs set status = 'cancelled', finished_at = now()
          where tenant_id = $1 and id = $2 and status in ('uploading', 'queued', 'running')`,
        [principal.tenant.id, id],
      );
      if (rowCount === 0) throw new AppError("CONFLICT", "The job has ended; there is nothing to call off.");
      await tx.query(`delete from job_files where tenant_id = $1 and job_id = $2`, [principal.tenant.id, id]);
    },
    { idempotent: true },
  );
}

export const noJob = () =>
  new AppError("NOT_FOUND", "There is no such job. GET /jobs lists those that there are.");

async function jobOf(tx: Transaction, principal: Principal, id: string): Promise<BackgroundJob> {
  const job = await findJob(tx, principal, { id });
  if (!job) throw noJob();
  return job;
}
