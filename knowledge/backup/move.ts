import type { Database } from "../db/database.ts";
import { loadSnapshot } from "./load-snapshot.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { RestoreProgress } from "./restore.ts";
import { buildVectorIndexes } from "./vector-indexes.ts";
import type { Whole } from "./watch-parts.ts";

/**
 * Copies all workspaces of one database, as they are at one moment, into another, empty one, reads them back there and compares. The first one stays as it
 * is; what is written there afterwards is not in the other.
 * @throws AppError as loadSnapshot does.
 */
export async function move(
  from: Database,
  to: Database,
  { now, onStep = () => {}, onRows }: RestoreProgress & { now: Date },
): Promise<Whole> {
  onStep("loading");
  const loaded = await from.withSystem(
    (source) => to.withSystem((target) => loadSnapshot(target, readSnapshot(source, { now }), onRows)),
    { idempotent: true },
  );
  onStep("indexing");
  await buildVectorIndexes(to, loaded.manifest);
  return loaded;
}
