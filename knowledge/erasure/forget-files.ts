import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import type { ContactTraces } from "./contact-traces.ts";

/** Characters that two pieces of a file share when they are looked through: a value may stand across both. */
const overlap = 400;

/**
 * Calls off jobs that have not ended and whose file names the contact: the import would bring it back. A file is all or nothing, so that
 * the job has to be asked for again without that row. @returns how many pieces of files went
 */
export async function forgetFiles(
  tx: Transaction,
  { tenant }: Principal,
  { values, phones }: ContactTraces,
): Promise<number> {
  const { rows } = await tx.query<{ job: string; piece: number }>(
    `select job_id as job, piece from job_files where tenant_id = $1 order by job_id, piece`,
    [tenant.id],
  );
  const pattern = phones === null ? undefined : new RegExp(phones);
  const naming = new Set<string>();
  let before = { job: "", end: "" };
  for (const { job, piece } of rows) {
    if (naming.has(job)) continue;
    const text = await readPiece(tx, tenant.id, { job, piece });
    const seen = (before.job === job ? before.end : "") + text;
    if (values.some((value) => seen.includes(value)) || pattern?.test(seen)) naming.add(job);
    before = { job, end: seen.slice(-overlap) };
  }
  if (naming.size === 0) return 0;
  const jobs = [...naming];
  await tx.query(
    `update background_jobs set status = 'cancelled', finished_at = now(), input = '{}'
      where tenant_id = $1 and id = any($2::uuid[]) and status in ('uploading', 'queued', 'running')`,
    [tenant.id, jobs],
  );
  const { rowCount } = await tx.query(
    `delete from job_files where tenant_id = $1 and job_id = any($2::uuid[])`,
    [tenant.id, jobs],
  );
  return rowCount;
}

async function readPiece(
  tx: Transaction,
  tenantId: string,
  { job, piece }: { job: string; piece: number },
): Promise<string> {
  const { rows } = await tx.query<{ bytes: Buffer }>(
    `select bytes from job_files where tenant_id = $1 and job_id = $2 and piece = $3`,
    [tenantId, job, piece],
  );
  return rows[0]?.bytes.toString("utf8").toLowerCase() ?? "";
}
