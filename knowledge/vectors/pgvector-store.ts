import type { Database, Transaction } from "../db/database.ts";
import { binaryVectors, vectorType } from "./binary-vectors.ts";
import { buildHnswIndex, dropHnswIndex, embeddingOf, hnswIndexOf } from "./hnsw-index.ts";
import { createSearchPlanner, exactUpToByDefault } from "./search-plan.ts";
import type { VectorMatch, VectorQuery, VectorSpace, VectorStore } from "./vector-store.ts";
import { checkLength, vectorText } from "./vector-text.ts";

/**
 * Keeps vectors in the tenant's own database, where deleted passages take theirs along. Small spaces are compared one by
 * one, large ones through an HNSW index of their own, which is dropped before a large load and built anew: that takes a third of the time.
 * @param exactUpTo vectors that are compared one by one; larger spaces get the index.
 */
export function pgvectorStore(db: Database, { exactUpTo = exactUpToByDefault } = {}): VectorStore {
  const planner = createSearchPlanner(exactUpTo);
  const write = (space: VectorSpace, work: (tx: Transaction) => Promise<unknown>) =>
    db.withTenant(space.tenantId, work, { idempotent: true });
  return {
    kind: "pgvector",
    name: "pgvector",
    upsert: async (space, vectors, signal) => {
      signal?.throwIfAborted();
      for (const { vector } of vectors) checkLength(space, vector);
      if (vectors.length === 0) return;
      const nos = vectors.map(({ no }) => no);
      // A passage that was deleted meanwhile must not fail the others of its batch.
      await write(space, async (tx) => {
        const embeddings = binaryVectors(
          vectors.map(({ vector }) => vector),
          await vectorType(tx),
        );
        return tx.query(
          `insert into passage_vectors (tenant_id, embedder, no, embedding)
            select $1, $2, p.no, v.embedding from unnest($3::int[], $4::vector[]) as v (no, embedding)
              join passages p on p.tenant_id = $1 and p.no = v.no order by p.no for key share of p
            on conflict (tenant_id, embedder, no) do update set embedding = excluded.embedding`,
          [space.tenantId, space.embedder, nos, embeddings],
        );
      });
    },
    remove: async (space, nos) => {
      await write(space, (tx) =>
        tx.query(
          "delete from passage_vectors where tenant_id = $1 and embedder = $2 and no = any($3::int[])",
          [space.tenantId, space.embedder, nos],
        ),
      );
    },
    drop: async (space) => {
      await write(space, (tx) =>
        tx.query("delete from passage_vectors where tenant_id = $1 and embedder = $2", [
          space.tenantId,
          space.embedder,
        ]),
      );
    },
    search: async (space, query, { signal, tx } = {}) => {
      checkLength(space, query.vector);
      signal?.throwIfAborted();
      const search = async (tx: Transaction) => {
        if (await planner.useIndex(tx, space, query)) {
          const near = await searchIndex(tx, space, query);
          if (near.length >= query.limit) return near;
        }
        return searchExactly(tx, space, query);
      };
      return tx ? search(tx) : db.readTenant(space.tenantId, search);
    },
    prepare: async (space, adding) => {
      if (adding <= exactUpTo) return;
      await dropHnswIndex(db, space, { outweighedBy: adding });
      planner.forget();
    },
    optimise: async (space, size) => {
      if (size <= exactUpTo) return;
      await buildHnswIndex(db, space, size);
      planner.forget();
    },
  };
}

async function searchExactly(
  tx: Transaction,
  space: VectorSpace,
  query: VectorQuery,
): Promise<VectorMatch[]> {
  const { rows } = await tx.query<VectorMatch>(
    `select no, 1 - (embedding <=> $3::vector) as similarity from passage_vectors
      where tenant_id = $1 and embedder = $2 and ($5::int[] is null or no = any($5))
      order by embedding <=> $3::vector, no limit $4`,
    [space.tenantId, space.embedder, vectorText(query.vector), query.limit, query.only ?? null],
  );
  return rows;
}

/** Neighbours kept in view while an index is walked (hnsw.ef_search): fewer miss too many of the nearest. */
const leastLooked = 100;

/** May find less than there is when the tenant's rows lie far off the way; the caller then searches exactly. */
async function searchIndex(tx: Transaction, space: VectorSpace, query: VectorQuery): Promise<VectorMatch[]> {
  await tx.query(indexSettings, [Math.min(1_000, Math.max(leastLooked, query.limit * 2))]);
  const distance = `${embeddingOf(space)} <=> $2::vector(${space.dimensions})`;
  const only = query.only ? "and no = any($4::int[])" : "";
  const { rows } = await tx.query<VectorMatch>(
    `select no, 1 - (${distance}) as similarity from passage_vectors
      where tenant_id = $1 and ${hnswIndexOf(space).holds} ${only} order by ${distance} limit $3`,
    [space.tenantId, vectorText(query.vector), query.limit, ...(query.only ? [query.only] : [])],
  );
  // Found in relaxed order: a later round may bring a nearer one.
  return rows.toSorted((a, b) => b.similarity - a.similarity || a.no - b.no);
}

/**
 * With a filter on tenants, an index scan goes on until enough rows qualified. Sorting is made unattractive because the
 * planner, who does not know how the tenant's vectors lie, would otherwise read them all where the index was decided on.
 */
const indexSettings = `select set_config('hnsw.iterative_scan', 'relaxed_order', true),
  set_config('hnsw.ef_search', $1::int::text, true), set_config('enable_sort', 'off', true)`;
