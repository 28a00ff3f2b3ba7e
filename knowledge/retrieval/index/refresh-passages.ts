import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { analyzeGrown } from "../../db/analyze-grown.ts";
import type { Database } from "../../db/database.ts";
import { countQueued, type QueuedSource } from "./queued-sources.ts";
import { refreshBatch } from "./refresh-batch.ts";

export interface PassagesRun {
  /** Sources at most; all that wait when absent. */
  atMost?: number | undefined;
  /** Sources of one batch at most. */
  batchSize?: number;
  /** Whether to wait for another process that does this for the tenant, or to leave the work to it. */
  wait: boolean;
  signal?: AbortSignal | undefined;
  /** Counts sources. */
  onProgress?: ((progress: { phase: "passages"; done: number; total: number }) => void) | undefined;
  /** Called when a batch has been saved. */
  onBatch?: () => void;
}

/** What was done, in passages. */
export interface RefreshedPassages {
  made: number;
  removed: number;
  /** True when the work was left to another process. */
  busy: boolean;
}

/** Without the lists of terms and entries, which nothing is looked up by and which take longest. */
const analyzed = [
  "passages (tenant_id, no, interaction_id, article_id, conversation_id, contact_id, occurred_at)",
  "postings (tenant_id, field, term, bucket)",
  "passage_names",
];

/** Fewer in one batch do not change what the planner of queries knows. */
const manyPassages = 100;

/**
 * Makes passages, postings and names of what waits in the queue, batch by batch.
 * @throws AppError CANCELLED between two batches once the signal is aborted; what is done stays.
 */
export async function refreshPassages(
  db: Database,
  principal: Principal,
  run: PassagesRun,
): Promise<RefreshedPassages> {
  const { atMost = Number.POSITIVE_INFINITY, batchSize = Number.POSITIVE_INFINITY, wait, signal } = run;
  const queued = await db.readTenant(principal.tenant.id, (tx) => countQueued(tx, principal));
  const sum = { taken: 0, made: 0, removed: 0, busy: false };
  const skip: QueuedSource[] = [];
  const check = () => {
    if (signal?.aborted) throw cancelled();
  };
  while (sum.taken < atMost) {
    const next = Math.min(atMost - sum.taken, batchSize);
    const batch = await refreshBatch(db, principal, { atMost: next, skip, wait, check });
    sum.taken += batch.taken;
    sum.made += batch.made;
    sum.removed += batch.removed;
    sum.busy = batch.busy;
    skip.push(...batch.failed);
    if (batch.busy || batch.taken === 0) break;
    if (batch.made >= manyPassages) await analyzeGrown(db, analyzed);
    run.onBatch?.();
    const total = Math.max(sum.taken, Math.min(queued, atMost));
    run.onProgress?.({ phase: "passages", done: sum.taken, total });
  }
  return sum;
}

function cancelled(): AppError {
  return new AppError(
    "CANCELLED",
    "Making the records searchable was cancelled. What is done stays; run it again to complete it.",
  );
}
