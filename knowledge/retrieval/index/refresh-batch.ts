import { AppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { batchLimits, type NextSources, nextSources, type QueuedSource, setAside } from "./queued-sources.ts";
import { lockPassages, refreshSources } from "./refresh-sources.ts";

export interface BatchOptions extends Omit<NextSources, "kind"> {
  /** Whether to wait for another process that does this for the tenant, or to leave the work to it. */
  wait: boolean;
  /** Called before each transaction; ends the work when it throws. */
  check: () => void;
}

/** What one batch did. */
export interface BatchResult {
  /** Sources, those that failed included; 0 when none is left. */
  taken: number;
  made: number;
  removed: number;
  /** Sources that could not be made searchable; they are at the end of the queue now. */
  failed: QueuedSource[];
  /** True when the work was left to another process. */
  busy: boolean;
}

/**
 * Makes the next queued sources searchable in one transaction. When it fails, each of them is tried by itself, so that one
 * that cannot be indexed does not keep the others from it.
 * @throws AppError of the database, and what `check` throws.
 */
export async function refreshBatch(
  db: Database,
  principal: Principal,
  options: BatchOptions,
): Promise<BatchResult> {
  let sources: QueuedSource[] = [];
  options.check();
  try {
    return await db.withTenant(
      principal.tenant.id,
      async (tx) => {
        if (!(await lockPassages(tx, principal, options.wait))) return { ...nothing, busy: true };
        sources = await nextSources(tx, principal, { ...options, kind: db.kind });
        const done = await refreshSources(tx, principal, { sources, atMost: batchLimits[db.kind].messages });
        return { ...nothing, ...done, taken: sources.length };
      },
      { idempotent: true },
    );
  } catch (error) {
    // What our own code says of the database is no fault of the sources'.
    if (error instanceof AppError || sources.length === 0) throw error;
    return oneByOne(db, principal, { ...options, sources, reason: error });
  }
}

const nothing: Readonly<BatchResult> = { taken: 0, made: 0, removed: 0, failed: [], busy: false };

async function oneByOne(
  db: Database,
  principal: Principal,
  { sources, reason, wait, check }: BatchOptions & { sources: readonly QueuedSource[]; reason: unknown },
): Promise<BatchResult> {
  const sum: BatchResult = { ...nothing, failed: [] };
  for (const source of sources) {
    check();
    try {
      // A batch of one has failed by itself already.
      if (sources.length === 1) throw reason;
      const done = await refreshOne(db, principal, { source, wait });
      if (!done) return { ...sum, busy: true };
      sum.made += done.made;
      sum.removed += done.removed;
    } catch (error) {
      if (error instanceof AppError) throw error;
      log.warn(
        { err: error, kind: source.kind, id: source.id },
        "could not be made searchable; tried again later",
      );
      await db.withTenant(principal.tenant.id, (tx) => setAside(tx, principal, source), { idempotent: true });
      sum.failed.push(source);
    }
    sum.taken++;
  }
  return sum;
}

/** Undefined when another process is at it and is not to be waited for. */
function refreshOne(
  db: Database,
  principal: Principal,
  { source, wait }: { source: QueuedSource; wait: boolean },
): Promise<{ made: number; removed: number } | undefined> {
  return db.withTenant(
    principal.tenant.id,
    async (tx) =>
      (await lockPassages(tx, principal, wait))
        ? refreshSources(tx, principal, { sources: [source], atMost: batchLimits[db.kind].messages })
        : undefined,
    { idempotent: true },
  );
}
