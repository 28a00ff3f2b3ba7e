import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { countQueued } from "./queued-sources.ts";
import { refreshBatch } from "./refresh-batch.ts";

export interface IndexOptions {
  /** Sources (conversations, single interactions, articles) at most; all that wait when absent. */
  atMost?: number;
  signal?: AbortSignal;
  /** "passages" counts sources, "vectors" passages. */
  onProgress?: (progress: IndexProgress) => void;
}

export interface IndexProgress {
  phase: "passages" | "vectors";
  done: number;
  total: number;
}

/** What a refresh did, in passages; `pending` is what still waits: queued sources and passages without vectors. */
export interface IndexResult {
  made: number;
  removed: number;
  embedded: number;
  pending: number;
}

/**
 * Makes what waits in the queue searchable: passages, postings and names first, then vectors. Several processes may do so
 * at once. With `atMost` the vectors of as many passages as were made, or of `atMost`, follow.
 * @throws AppError CANCELLED between two batches once the signal is aborted; what is done stays.
 */
export async function refreshIndex(
  { db, spaces }: { db: Database; spaces: Spaces },
  principal: Principal,
  { atMost, signal, onProgress }: IndexOptions = {},
): Promise<IndexResult> {
  const { made, removed } = await refreshPassages(db, principal, { atMost, signal, onProgress });
  if (made >= manyRows) await analyzePassages(db);
  await spaces.removeGone(principal);
  const vectors = await spaces.embedPending(principal, {
    atMost: atMost === undefined ? undefined : Math.max(made, atMost),
    signal,
    onProgress,
  });
  const queued = await db.readTenant(principal.tenant.id, (tx) => countQueued(tx, principal));
  return { made, removed, embedded: vectors.embedded, pending: queued + vectors.pending };
}

async function refreshPassages(
  db: Database,
  principal: Principal,
  { atMost = Number.POSITIVE_INFINITY, signal, onProgress }: IndexOptions,
): Promise<{ made: number; removed: number }> {
  const queued = await db.readTenant(principal.tenant.id, (tx) => countQueued(tx, principal));
  const sum = { taken: 0, made: 0, removed: 0 };
  while (sum.taken < atMost) {
    if (signal?.aborted) throw cancelled();
    const batch = await db.withTenant(
      principal.tenant.id,
      (tx) => refreshBatch(tx, principal, atMost - sum.taken),
      { idempotent: true },
    );
    if (batch.taken === 0) break;
    sum.taken += batch.taken;
    sum.made += batch.made;
    sum.removed += batch.removed;
    onProgress?.({
      phase: "passages",
      done: sum.taken,
      total: Math.max(sum.taken, Math.min(queued, atMost)),
    });
  }
  return sum;
}

/** From here on the planner of queries would be misled by what it knew before. */
const manyRows = 1_000;

/** A server does so by itself, the embedded database does not. */
async function analyzePassages(db: Database): Promise<void> {
  if (db.kind !== "embedded") return;
  await db.withSystem((tx) => tx.query("analyze passages, postings, passage_names"), { idempotent: true });
}

function cancelled(): AppError {
  return new AppError(
    "CANCELLED",
    "Making the records searchable was cancelled. What is done stays; run it again to complete it.",
  );
}
