import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { countQueued, type QueuedSource } from "./queued-sources.ts";
import { refreshBatch } from "./refresh-batch.ts";

export interface IndexOptions {
  /** Sources (conversations, single interactions, articles) at most; all that wait when absent. */
  atMost?: number;
  signal?: AbortSignal;
  /** "passages" counts sources, "vectors" passages. */
  onProgress?: (progress: IndexProgress) => void;
  /** True when somebody waits for a search: small batches, nothing that takes long, nothing that another process is doing. */
  hurried?: boolean;
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
 * at once. With `atMost` the vectors of as many passages as were made, or of `atMost`, follow. A source that cannot be
 * indexed is logged and put at the end of the queue, and goes on counting as pending.
 * @throws AppError CANCELLED between two batches once the signal is aborted; what is done stays.
 */
export async function refreshIndex(
  { db, spaces }: { db: Database; spaces: Spaces },
  principal: Principal,
  options: IndexOptions = {},
): Promise<IndexResult> {
  const { atMost, signal, onProgress, hurried = false } = options;
  const { made, removed, busy } = await refreshPassages(db, principal, options);
  if (made >= manyRows) await analyzePassages(db);
  if (!busy) await spaces.removeGone(principal, signal);
  const vectors = await spaces.embedPending(principal, {
    atMost: busy ? 0 : atMost && Math.max(made, atMost),
    signal,
    onProgress,
    ...(hurried ? { settle: false, batchSize: hurriedBatch.passages } : {}),
  });
  const queued = await db.readTenant(principal.tenant.id, (tx) => countQueued(tx, principal));
  return { made, removed, embedded: vectors.embedded, pending: queued + vectors.pending };
}

/** So that little is lost when the time is up. */
const hurriedBatch = { sources: 25, passages: 100 };

async function refreshPassages(
  db: Database,
  principal: Principal,
  { atMost = Number.POSITIVE_INFINITY, signal, onProgress, hurried = false }: IndexOptions,
): Promise<{ made: number; removed: number; busy: boolean }> {
  const queued = await db.readTenant(principal.tenant.id, (tx) => countQueued(tx, principal));
  const sum = { taken: 0, made: 0, removed: 0, busy: false };
  const skip: QueuedSource[] = [];
  const check = () => {
    if (signal?.aborted) throw cancelled();
  };
  while (sum.taken < atMost) {
    const left = atMost - sum.taken;
    const batch = await refreshBatch(db, principal, {
      atMost: hurried ? Math.min(left, hurriedBatch.sources) : left,
      skip,
      wait: !hurried,
      check,
    });
    sum.taken += batch.taken;
    sum.made += batch.made;
    sum.removed += batch.removed;
    sum.busy = batch.busy;
    skip.push(...batch.failed);
    if (batch.busy || batch.taken === 0) break;
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
