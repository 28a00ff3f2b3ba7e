import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";

/** Milliseconds between two notes of how far a job is. */
const noteEveryMs = 500;

export interface JobProgress {
  /** Notes how far the job is, now and then. */
  report(progress: number, total?: number): void;
  /** Aborted when the job was called off. */
  signal: AbortSignal;
  /** Resolves when the last note is written. */
  settled(): Promise<void>;
}

/** Writes down how far a running job is, at most twice a second, and learns so whether it was called off. */
export function jobProgress(
  db: Database,
  { tenant }: Principal,
  { id, signal }: { id: string; signal: AbortSignal },
): JobProgress {
  const calledOff = new AbortController();
  let noted = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();
  const note = async (progress: number, total: number | undefined) => {
    const { rowCount } = await db.withTenant(
      tenant.id,
      (tx) =>
        tx.query(
          `update background_jobs set progress = $3, total = coalesce($4, total)
            where tenant_id = $1 and id = $2 and status = 'running'`,
          [tenant.id, id, Math.round(progress), total === undefined ? null : Math.round(total)],
        ),
      { idempotent: true },
    );
    if (rowCount === 0) calledOff.abort();
  };
  return {
    signal: AbortSignal.any([signal, calledOff.signal]),
    report: (progress, total) => {
      const now = performance.now();
      if (now - noted < noteEveryMs) return;
      noted = now;
      writing = writing
        .then(() => note(progress, total))
        .catch((error: unknown) => log.warn({ err: error }, "a job's progress was not noted"));
    },
    settled: () => writing,
  };
}
