import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { createArrivals } from "../../vectors/arrivals.ts";
import type { EmbedResult } from "../../vectors/embed-pending.ts";
import type { Spaces } from "../../vectors/spaces.ts";
import { expectedPassages } from "./expected-passages.ts";
import { countQueued } from "./queued-sources.ts";
import { type RefreshedPassages, refreshPassages } from "./refresh-passages.ts";

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
 * Makes what waits in the queue searchable: passages, postings and names, and then vectors, which follow batch by batch while
 * further passages are made. Several processes may do so at once. With `atMost` the vectors of as many passages as were made, or of
 * `atMost`, follow. A source that cannot be indexed is logged and put at the end of the queue, and goes on counting as pending.
 * @throws AppError CANCELLED between two batches once the signal is aborted; what is done stays.
 */
export async function refreshIndex(
  parts: IndexParts,
  principal: Principal,
  options: IndexOptions = {},
): Promise<IndexResult> {
  const inTurn = options.hurried || options.atMost !== undefined;
  const done = await (inTurn ? oneAfterTheOther : sideBySide)(parts, principal, options);
  const { passages, vectors } = done;
  const queued = await parts.db.readTenant(principal.tenant.id, (tx) => countQueued(tx, principal));
  return {
    made: passages.made,
    removed: passages.removed,
    embedded: vectors.embedded,
    pending: queued + vectors.pending,
  };
}

interface IndexParts {
  db: Database;
  spaces: Spaces;
}

interface Done {
  passages: RefreshedPassages;
  vectors: EmbedResult;
}

/** So that little is lost when the time is up. */
const hurriedBatch = { sources: 25, passages: 100 };

async function oneAfterTheOther(
  { db, spaces }: IndexParts,
  principal: Principal,
  { atMost, signal, onProgress, hurried = false }: IndexOptions,
): Promise<Done> {
  const passages = await refreshPassages(db, principal, {
    atMost,
    signal,
    onProgress,
    wait: !hurried,
    ...(hurried ? { batchSize: hurriedBatch.sources } : {}),
  });
  const { made, busy } = passages;
  if (!busy) await spaces.removeGone(principal, signal);
  const vectors = await spaces.embedPending(principal, {
    atMost: busy ? 0 : atMost && Math.max(made, atMost),
    signal,
    onProgress,
    ...(hurried ? { settle: false, batchSize: hurriedBatch.passages } : {}),
  });
  return { passages, vectors };
}

/** Reading and hashing texts is this process's work, storing them the database's: neither waits for the other to be done with all. */
async function sideBySide(
  { db, spaces }: IndexParts,
  principal: Principal,
  { signal, onProgress }: IndexOptions,
): Promise<Done> {
  const arrivals = createArrivals();
  const failed = new AbortController();
  const expected = await db.readTenant(principal.tenant.id, (tx) => expectedPassages(tx, principal));
  const making = async () => {
    try {
      const onBatch = arrivals.announce;
      const passages = await refreshPassages(db, principal, { signal, onProgress, wait: true, onBatch });
      await spaces.removeGone(principal, signal);
      return passages;
    } catch (error) {
      failed.abort();
      throw error;
    } finally {
      arrivals.end();
    }
  };
  const until = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  const embedding = spaces.embedPending(principal, { signal: until, onProgress, arrivals, expected });
  const [passages, vectors] = await Promise.allSettled([making(), embedding]);
  // What made the passages fail has ended the vectors too, and is what matters.
  if (passages.status === "rejected") throw passages.reason;
  if (vectors.status === "rejected") throw vectors.reason;
  return { passages: passages.value, vectors: vectors.value };
}
