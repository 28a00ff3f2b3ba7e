import type { Database } from "../db/database.ts";
import { checkBackup } from "./back-up.ts";
import { readBackupFile } from "./backup-file.ts";
import { loadSnapshot } from "./load-snapshot.ts";
import { buildVectorIndexes } from "./vector-indexes.ts";
import type { OnRows, Whole } from "./watch-parts.ts";

/** What is told of how far it is. */
export interface RestoreProgress {
  onStep?: ((step: "checking" | "loading" | "indexing") => void) | undefined;
  onRows?: OnRows | undefined;
}

/**
 * Restores a backup into an empty database. The file is read once through before the database is touched. One transaction holds all rows: a restore
 * that ends early leaves the database as empty as it was.
 * @throws AppError as checkBackup and loadSnapshot do.
 */
export async function restore(
  db: Database,
  path: string,
  { onStep = () => {}, onRows }: RestoreProgress = {},
): Promise<Whole> {
  onStep("checking");
  const { manifest } = await checkBackup(path, onRows);
  onStep("loading");
  const loaded = await db.withSystem((tx) => loadSnapshot(tx, readBackupFile(path), onRows));
  onStep("indexing");
  await buildVectorIndexes(db, manifest);
  return loaded;
}
