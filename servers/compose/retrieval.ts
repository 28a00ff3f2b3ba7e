import type { Config } from "#core/config.ts";
import type { Embedder } from "#core/embedder.ts";
import { AppError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { IndexOptions } from "#knowledge/retrieval/index/refresh-index.ts";
import type { Search } from "#knowledge/retrieval/search-passages.ts";
import type { VectorStore } from "#knowledge/vectors/vector-store.ts";
import { openEmbedder } from "#models/registry.ts";
import { once } from "./once.ts";

export interface RetrievalParts {
  config: Config;
  db: Database;
  /** Instead of the configured one. */
  embedder?: Embedder | null;
  store?: VectorStore;
}

/** So much is made searchable before a search: sources, and milliseconds after which no further batch is begun. The rest is told as pending. */
const beforeSearch = { sources: 200, ms: 3_000 };

export type Retrieval = ReturnType<typeof openRetrieval>;

/**
 * Opens search and its index over one database. What they are made of is loaded when first used: a server that only scores does not pay
 * for stemmers and vector stores.
 * @throws AppError VALIDATION_FAILED for an embedder or a store that lacks its key.
 */
export function openRetrieval({ config, db, embedder, store }: RetrievalParts) {
  const loadEmbedder = once(embedder === undefined ? embedderLoader(config) : async () => embedder);
  const loadStore = once(store ? async () => store : storeLoader(config, db));
  const spaces = once(async () => {
    const { openSpaces } = await import("#knowledge/vectors/spaces.ts");
    return openSpaces({ db, store: await loadStore(), embedder: await loadEmbedder() });
  });
  const openedSearch = once(async () => {
    const { openSearch } = await import("#knowledge/retrieval/search-passages.ts");
    return openSearch({ db, spaces: await spaces() });
  });
  const index = async (principal: Principal, options?: IndexOptions) => {
    const { refreshIndex } = await import("#knowledge/retrieval/index/refresh-index.ts");
    return refreshIndex({ db, spaces: await spaces() }, principal, options);
  };
  /** Brings the index up to date first. */
  const searchable = async (principal: Principal, signal?: AbortSignal) => {
    await indexFew(principal, signal);
    signal?.throwIfAborted();
    return openedSearch();
  };
  const search: Search = Object.assign(
    async (...[principal, request, signal]: Parameters<Search>) =>
      (await searchable(principal, signal))(principal, request, signal),
    {
      within: async (...[principal, request, signal]: Parameters<Search["within"]>) =>
        (await searchable(principal, signal)).within(principal, request, signal),
    },
  );
  const indexFew = shared(async (principal: Principal) => {
    // One for all who wait: nobody who goes takes the work from the others.
    let limit: AbortSignal | undefined;
    try {
      const { hasPending } = await import("#knowledge/retrieval/index-status.ts");
      const space = { embedder: (await loadEmbedder())?.id ?? null, store: (await loadStore()).name };
      if (!(await hasPending(db, principal, space))) return;
      limit = AbortSignal.timeout(beforeSearch.ms);
      await index(principal, { atMost: beforeSearch.sources, signal: limit, hurried: true });
    } catch (error) {
      if (limit?.aborted && isCancellation(error)) return;
      log.warn({ err: error }, "texts that wait were not made searchable before a search");
    }
  });
  return { search, index };
}

function embedderLoader(config: Config): () => Promise<Embedder | null> {
  const { embedder: id } = config;
  if (id === "none") return async () => null;
  if (id === "local") {
    return async () => (await import("#knowledge/embeddings/local-embedder.ts")).localEmbedder();
  }
  const opened = openEmbedder(id, config);
  return async () => opened;
}

function storeLoader(config: Config, db: Database): () => Promise<VectorStore> {
  if (config.vectors === "pgvector") {
    return async () => (await import("#knowledge/vectors/pgvector-store.ts")).pgvectorStore(db);
  }
  const { apiKey, index, baseUrl } = config.pinecone;
  if (!apiKey) {
    throw new AppError(
      "VALIDATION_FAILED",
      "RAPPORT_VECTORS is pinecone and PINECONE_API_KEY is not set. Set it, or set RAPPORT_VECTORS=pgvector to keep vectors in the database.",
    );
  }
  return async () =>
    (await import("#knowledge/vectors/pinecone-store.ts")).pineconeStore({ apiKey, index, baseUrl });
}

/** Searches of one workspace that come while its index is being brought up to date wait for that work instead of doing it again. */
function shared(work: (principal: Principal) => Promise<void>) {
  const running = new Map<string, Promise<void>>();
  return (principal: Principal, signal?: AbortSignal): Promise<void> => {
    const { id } = principal.tenant;
    const started = running.get(id) ?? work(principal).finally(() => running.delete(id));
    running.set(id, started);
    return signal ? until(started, signal) : started;
  };
}

/** Ends when the work does, or the signal is aborted; the work itself goes on. */
function until(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const leave = () => resolve();
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", leave));
}

function isCancellation(error: unknown): boolean {
  if (error instanceof AppError) return error.code === "CANCELLED";
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
