import type { PassageKind } from "#core/domain/passage.ts";
import type { Transaction } from "../db/database.ts";

/** One tenant's vectors of one embedder. Two spaces never mix. */
export interface VectorSpace {
  tenantId: string;
  /** The embedder's id, `provider:model@dimensions`. */
  embedder: string;
  dimensions: number;
}

/** A passage's vector, and what a store may filter by. */
export interface StoredVector {
  no: number;
  /** Unit length, `dimensions` long. */
  vector: Float32Array;
  contactId: string | null;
  conversationId: string | null;
  channel: string | null;
  kind: PassageKind;
  /** Milliseconds since 1970. */
  at: number;
}

export interface VectorQuery {
  vector: Float32Array;
  /** 1–1,000. */
  limit: number;
  /** Only these passages, when given; a store that cannot filter by number looks further and filters itself. */
  only?: readonly number[];
}

export interface StoreSearch {
  signal?: AbortSignal | undefined;
  /** The tenant's open transaction, which a store in the database reads in instead of one of its own. */
  tx?: Transaction | undefined;
}

/** Nearest passages first; similarity is the cosine, −1 to 1. */
export type VectorMatch = { no: number; similarity: number };

/** Where vectors are kept and searched. Port: pgvector in the tenant's database, Pinecone outside it. */
export interface VectorStore {
  readonly kind: "pgvector" | "pinecone";
  /** Which one of its kind, as vector_spaces.store keeps it: "pgvector" or "pinecone:<index>". */
  readonly name: string;
  /** Stores vectors, each once by its number. @throws AppError when the store cannot be reached after retries. */
  upsert(space: VectorSpace, vectors: readonly StoredVector[], signal?: AbortSignal): Promise<void>;
  /** Forgets passages; those it does not have are no error. */
  remove(space: VectorSpace, nos: readonly number[], signal?: AbortSignal): Promise<void>;
  /** Forgets the whole space. */
  drop(space: VectorSpace): Promise<void>;
  search(space: VectorSpace, query: VectorQuery, options?: StoreSearch): Promise<VectorMatch[]>;
  /** Called before `adding` vectors are stored: gives up, for the while, what would make storing many slow. */
  prepare(space: VectorSpace, adding: number): Promise<void>;
  /**
   * Called after a load of `size` vectors in all: builds what makes searches fast (an HNSW index), or waits until what was
   * written is found, where the store needs that. @throws AppError NOT_READY, retryable, when it is not found in time.
   */
  optimise(space: VectorSpace, size: number, signal?: AbortSignal): Promise<void>;
}
