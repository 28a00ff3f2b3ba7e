import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import type { Source } from "../import/source.ts";

const pieceSize = 512 * 1024;

interface JobReference {
  principal: Principal;
  jobId: string;
}

/** Stores a job's file in pieces, each in a transaction of its own, so that a slow sender holds nothing up. @returns bytes */
export async function storeJobFile(
  db: Database,
  job: JobReference,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  let kept: Uint8Array[] = [];
  let size = 0;
  let total = 0;
  let piece = 0;
  const save = async () => {
    const bytes = Buffer.concat(kept);
    kept = [];
    size = 0;
    await savePiece(db, job, { piece, bytes });
    piece++;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + pieceSize - size);
      kept.push(part);
      at += part.length;
      size += part.length;
      total += part.length;
      if (size === pieceSize) await save();
    }
  }
  if (size > 0) await save();
  return total;
}

async function savePiece(
  db: Database,
  { principal: { tenant }, jobId }: JobReference,
  { piece, bytes }: { piece: number; bytes: Buffer },
): Promise<void> {
  await db.withTenant(
    tenant.id,
    (tx) =>
      tx.query(
        `insert into job_files (tenant_id, job_id, piece, bytes) values ($1, $2, $3, $4) on conflict do nothing`,
        [tenant.id, jobId, piece, bytes],
      ),
    { idempotent: true },
  );
}

/** A job's file as a source of an import. @param size in bytes */
export function jobFileSource(
  db: Database,
  { principal: { tenant }, jobId }: JobReference,
  { name, size }: { name: string; size: number },
): Source {
  const read = (piece: number) =>
    db.readTenant(tenant.id, async (tx) => {
      const { rows } = await tx.query<{ bytes: Buffer }>(
        `select bytes from job_files where tenant_id = $1 and job_id = $2 and piece = $3`,
        [tenant.id, jobId, piece],
      );
      return rows[0]?.bytes;
    });
  return {
    name,
    size,
    async *open() {
      const pieces = Math.ceil(size / pieceSize);
      for (let piece = 0; piece < pieces; piece++) {
        const bytes = await read(piece);
        // Calling the job off takes its file away.
        if (!bytes) throw new AppError("CANCELLED", "The file of this job is gone: it was called off.");
        yield bytes;
      }
    },
  };
}
