import type { Database } from "../db/database.ts";
import { damaged, readBackupFile, writeBackupFile } from "./backup-file.ts";
import { differing, startTally } from "./checksum.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { type OnRows, type Whole, watchParts } from "./watch-parts.ts";

/**
 * Writes the whole database, or one workspace, to a file, as it is at one moment. Others go on working meanwhile; with the embedded database
 * they wait.
 * @throws AppError CONFLICT when the file exists, NOT_FOUND when the workspace does not.
 */
export function backUp(
  db: Pick<Database, "withSystem">,
  path: string,
  { workspace, now, onRows }: { workspace?: string | undefined; now: Date; onRows?: OnRows | undefined },
): Promise<Whole> {
  return db.withSystem(
    async (tx) => {
      const seen = watchParts(readSnapshot(tx, { workspace, now }), onRows);
      await writeBackupFile(path, seen.parts);
      return seen.whole();
    },
    { idempotent: true },
  );
}

/**
 * Reads a backup once through and compares its sums.
 * @throws AppError VALIDATION_FAILED when it is not whole, NOT_READY when it was made by a newer Rapport.
 */
export async function checkBackup(path: string, onRows?: OnRows): Promise<Whole> {
  const tally = startTally();
  const seen = watchParts(readBackupFile(path), onRows);
  for await (const part of seen.parts) if (part.kind === "rows") tally.add(part.table, part.rows);
  const whole = seen.whole();
  const wrong = differing(whole.totals, tally.totals());
  if (wrong.length > 0) {
    throw damaged(path, `the rows of ${wrong.join(", ")} are not those that were written`);
  }
  return whole;
}
