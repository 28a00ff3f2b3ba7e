import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type EmbedOptions, type EmbedResult, embedPending } from "./embed-pending.ts";
import { removeGone } from "./remove-gone.ts";
import type { SpaceParts } from "./space-parts.ts";
import { servingSpace } from "./space-rows.ts";
import type { VectorMatch } from "./vector-store.ts";

/** What is looked for by meaning. */
export interface VectorSearch {
  text: string;
  limit: number;
  only?: readonly number[] | undefined;
  signal?: AbortSignal | undefined;
  /** The tenant's open transaction to read in; only for spaces that are `atHand`, where it saves opening others. */
  tx?: Transaction | undefined;
}

/** Keeps each tenant's passages embedded and searches them; a tenant has one space that serves. */
export interface Spaces {
  /** True: a search waits for nothing but the database. */
  readonly atHand: boolean;
  /**
   * Embeds passages that have no vector of this process's embedder yet, in order, and lets its space serve once none is left.
   * Each batch is kept, so that after a failure it goes on where it was.
   * @throws AppError of the embedder or the store; CANCELLED between two batches.
   */
  embedPending(principal: Principal, options?: EmbedOptions): Promise<EmbedResult>;
  /** Never fails for lack of an embedder or a store: then nothing matches, and `embedder` is null. */
  search(
    principal: Principal,
    query: VectorSearch,
  ): Promise<{ embedder: string | null; matches: VectorMatch[] }>;
  /** Takes vectors of deleted passages out of a store outside the database. @throws AppError of the store */
  removeGone(principal: Principal, signal?: AbortSignal): Promise<void>;
}

/**
 * Opens the spaces of one embedder in one store. After a change of either, the old space goes on holding its vectors until
 * the new one is filled, but only a process that has the old embedder open can search it: vectors of two never mix.
 */
export function openSpaces(parts: SpaceParts): Spaces {
  const atHand =
    parts.store.kind === "pgvector" && (parts.embedder === null || parts.embedder.inProcess === true);
  return {
    atHand,
    embedPending: (principal, options = {}) => embedPending(parts, principal, options),
    search: (principal, query) => search(parts, principal, { ...query, atHand }),
    removeGone: (principal, signal) => removeGone(parts, principal, signal),
  };
}

type Matches = Awaited<ReturnType<Spaces["search"]>>;
const wordsOnly: Matches = { embedder: null, matches: [] };

async function search(
  parts: SpaceParts,
  principal: Principal,
  { atHand, ...query }: VectorSearch & { atHand: boolean },
): Promise<Matches> {
  const { db, embedder, store } = parts;
  // What fails in the caller's transaction has ended it.
  if (query.tx || !embedder) return find(parts, principal, query);
  try {
    return await (atHand
      ? db.readTenant(principal.tenant.id, (tx) => find(parts, principal, { ...query, tx }))
      : find(parts, principal, query));
  } catch (error) {
    if (!query.signal?.aborted) {
      log.warn({ err: error, embedder: embedder.id, store: store.name }, "searched by words only");
    }
    return wordsOnly;
  }
}

async function find(
  { db, store, embedder }: SpaceParts,
  principal: Principal,
  { text, limit, only, signal, tx }: VectorSearch,
): Promise<Matches> {
  if (!embedder) return wordsOnly;
  const serving = await (tx
    ? servingSpace(tx, principal)
    : db.readTenant(principal.tenant.id, (own) => servingSpace(own, principal)));
  if (serving?.embedder !== embedder.id || serving.store !== store.name) return wordsOnly;
  const [vector] = await embedder.embed([text], "query", signal);
  if (!vector) return wordsOnly;
  const space = { tenantId: principal.tenant.id, embedder: embedder.id, dimensions: embedder.dimensions };
  const matches = await store.search(space, { vector, limit, ...(only ? { only } : {}) }, { signal, tx });
  return { embedder: embedder.id, matches };
}
