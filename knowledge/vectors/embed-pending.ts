import type { Embedder } from "#core/embedder.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "../db/database.ts";
import type { Arrivals } from "./arrivals.ts";
import { handOver, serveAlone } from "./hand-over.ts";
import { countPassages, goneAmong, type PendingPassage, pendingPassages } from "./pending-passages.ts";
import type { SpaceParts } from "./space-parts.ts";
import { openSpaceRow, type SpaceRow } from "./space-rows.ts";
import type { VectorSpace, VectorStore } from "./vector-store.ts";

export interface EmbedOptions {
  /** Passages at most; all that wait when absent. */
  atMost?: number;
  signal?: AbortSignal;
  /** Passages of one request at most. */
  batchSize?: number;
  /**
   * False while somebody waits: then nothing that takes long follows once all is embedded. A space in the database that
   * takes no other's place serves all the same, compared one by one; any other waits for a call that may take its time.
   */
  settle?: boolean;
  /** Passages that are being made meanwhile: they are waited for, and embedded too. */
  arrivals?: Arrivals;
  /** How many of them, about: a large load is prepared for at once. */
  expected?: number;
  /** Counts passages. */
  onProgress?: (progress: { phase: "vectors"; done: number; total: number }) => void;
}

export interface EmbedResult {
  embedded: number;
  /** Passages without a vector of this embedder. */
  pending: number;
}

/** Enough to fill the four requests that providers take at once, little enough to lose when one fails. */
const fullBatch = 400;

/** A space that grew by so much may want its index. */
const optimiseEach = 1_000;

interface Filling {
  db: Database;
  store: VectorStore;
  embedder: Embedder;
  principal: Principal;
  space: VectorSpace;
}

/**
 * Embeds what waits, batch by batch: vectors first, then the mark up to which there are any, so that whatever fails between
 * the two is done again. Two processes at once do the same twice, to the same result. Passages get their numbers under a
 * lock, in the order in which they are saved: none can turn up below the mark.
 */
export async function embedPending(
  { db, store, embedder }: SpaceParts,
  principal: Principal,
  options: EmbedOptions,
): Promise<EmbedResult> {
  const { atMost = Number.POSITIVE_INFINITY, batchSize = fullBatch, signal, onProgress } = options;
  const { arrivals, expected = 0 } = options;
  if (!embedder) return { embedded: 0, pending: 0 };
  const space = { tenantId: principal.tenant.id, embedder: embedder.id, dimensions: embedder.dimensions };
  const filling = { db, store, embedder, principal, space };
  const started = await rowOf(filling);
  const total = Math.min(atMost, (await countFrom(filling, started.embeddedThrough)) + expected);
  if (options.settle ?? true) await store.prepare(space, total);
  let embedded = 0;
  let through = started.embeddedThrough;
  while (embedded < atMost) {
    throwIfCancelled(signal);
    const batch = await db.readTenant(principal.tenant.id, (tx) =>
      pendingPassages(tx, principal, { from: through, limit: Math.min(batchSize, atMost - embedded) }),
    );
    if (batch.length === 0) {
      if (await arrivals?.more()) continue;
      break;
    }
    await embedBatch(filling, batch, signal);
    through = await moveMark(filling, { from: through, to: (batch.at(-1)?.no ?? 0) + 1 });
    embedded += batch.length;
    onProgress?.({ phase: "vectors", done: embedded, total: Math.max(total, embedded) });
  }
  throwIfCancelled(signal);
  const pending = await countFrom(filling, through);
  if (pending === 0) {
    if (options.settle ?? true) await settle(filling, { serving: started.serving, embedded, signal });
    else if (!started.serving && store.kind === "pgvector") await serveAlone(filling);
  }
  return { embedded, pending };
}

function throwIfCancelled(signal?: AbortSignal): void {
  if (!signal?.aborted) return;
  throw new AppError(
    "CANCELLED",
    "Embedding was cancelled. What is done stays; run it again to complete it.",
  );
}

async function embedBatch(
  { db, store, embedder, principal, space }: Filling,
  batch: readonly PendingPassage[],
  signal?: AbortSignal,
): Promise<void> {
  const vectors = await embedder.embed(
    batch.map(({ content }) => content),
    "document",
    signal,
  );
  const stored = batch.flatMap(({ content: _, ...passage }, at) => {
    const vector = vectors[at];
    return vector ? [{ ...passage, vector }] : [];
  });
  if (stored.length < batch.length) {
    const fix = "name another one in RAPPORT_EMBEDDER";
    throw new AppError("AI_SERVICE_UNAVAILABLE", `${embedder.id} left out some of the texts: ${fix}.`);
  }
  await store.upsert(space, stored, signal);
  if (store.kind === "pgvector") return;
  // Deleted while on the way: their removal was asked for before there was anything to remove.
  const nos = batch.map(({ no }) => no);
  const gone = await db.readTenant(principal.tenant.id, (tx) => goneAmong(tx, principal, nos));
  if (gone.length > 0) await store.remove(space, gone, signal);
}

/**
 * Returns where the mark is now: another process may have come further.
 * @throws AppError CONFLICT when it went back: the space was given up, and its vectors with it.
 */
async function moveMark(
  { db, store, principal, embedder }: Filling,
  { from, to }: { from: number; to: number },
): Promise<number> {
  return db.withTenant(
    principal.tenant.id,
    async (tx) => {
      const { rows } = await tx.query<{ through: number }>(
        `update vector_spaces set embedded_through = greatest(embedded_through, $4)
          where tenant_id = $1 and embedder = $2 and store = $3 and embedded_through >= $5
          returning embedded_through as through`,
        [principal.tenant.id, embedder.id, store.name, to, from],
      );
      if (rows[0]) return rows[0].through;
      throw new AppError(
        "CONFLICT",
        `Another process took over with another embedder than ${embedder.id}: give all processes of a workspace the same RAPPORT_EMBEDDER and RAPPORT_VECTORS.`,
      );
    },
    { idempotent: true },
  );
}

/** When all is embedded: what makes searches fast, and the change of guard. */
async function settle(
  filling: Filling,
  { serving, embedded, signal }: { serving: boolean; embedded: number; signal: AbortSignal | undefined },
): Promise<void> {
  const { store, space } = filling;
  const size = await countFrom(filling, 0);
  const grown = Math.floor(size / optimiseEach) > Math.floor((size - embedded) / optimiseEach);
  // In the database a glance tells whether there is anything to do, such as what searches left over.
  if (!serving || grown || store.kind === "pgvector") await store.optimise(space, size, signal);
  await handOver(filling);
}

function rowOf({ db, store, principal, space }: Filling): Promise<SpaceRow> {
  return db.withTenant(
    principal.tenant.id,
    (tx) => openSpaceRow(tx, principal, { ...space, store: store.name }),
    { idempotent: true },
  );
}

function countFrom({ db, principal }: Filling, from: number): Promise<number> {
  return db.readTenant(principal.tenant.id, (tx) => countPassages(tx, principal, from));
}
