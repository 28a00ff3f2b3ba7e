import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import type { BackgroundJob } from "./background-job.ts";
import { createJob, queueUploaded } from "./create-job.ts";
import { type ImportJobInput, settingsOfKind } from "./import-job-input.ts";
import { storeJobFile } from "./job-files.ts";

export interface NewImport extends Omit<ImportJobInput, "size"> {
  /** The file's bytes, as they arrive. */
  file: AsyncIterable<Uint8Array>;
}

/**
 * Takes a file in and asks for its import. Nothing stays of a file that did not arrive whole.
 * @throws AppError VALIDATION_FAILED for settings that the kind does not know, and for an empty file
 */
export async function createImportJob(
  db: Database,
  principal: Principal,
  { kind, fileName, settings, file }: NewImport,
): Promise<BackgroundJob> {
  refuseForeign(kind, settings);
  const { tenant } = principal;
  const input = { kind, fileName, settings };
  const { id } = await db.withTenant(tenant.id, async (tx) => {
    // What a server that was killed was receiving.
    await tx.query(
      `delete from background_jobs where tenant_id = $1 and status = 'uploading' and created_at < now() - interval '1 day'`,
      [tenant.id],
    );
    return createJob(tx, principal, { kind: "import", status: "uploading", input });
  });
  try {
    const size = await storeJobFile(db, { principal, jobId: id }, file);
    if (size === 0) throw new AppError("VALIDATION_FAILED", "The file is empty. Send it as the body.");
    return await db.withTenant(
      tenant.id,
      async (tx) => {
        await tx.query(`update background_jobs set input = $3, total = $4 where tenant_id = $1 and id = $2`, [
          tenant.id,
          id,
          JSON.stringify({ ...input, size }),
          2 * size,
        ]);
        return queueUploaded(tx, principal, id);
      },
      { idempotent: true },
    );
  } catch (error) {
    await db.withTenant(tenant.id, (tx) =>
      tx.query(`delete from background_jobs where tenant_id = $1 and id = $2 and status = 'uploading'`, [
        tenant.id,
        id,
      ]),
    );
    throw error;
  }
}

function refuseForeign(kind: ImportJobInput["kind"], settings: ImportJobInput["settings"]): void {
  const known: readonly string[] = settingsOfKind[kind];
  const details = Object.entries(settings)
    .filter(([name, value]) => value !== undefined && !known.includes(name))
    .map(([field]) => ({ field, message: `is not known for ${kind}: leave it out` }));
  const [first] = details;
  if (first) throw new AppError("VALIDATION_FAILED", `${first.field} ${first.message}.`, { details });
}
