import type { Transaction } from "../db/database.ts";
import { hnswIndexOf } from "./hnsw-index.ts";
import type { VectorQuery, VectorSpace } from "./vector-store.ts";

/** Comparing so many vectors one by one takes about 20 ms embedded, and is exact; an index is worth its making beyond. */
export const exactUpToByDefault = 5_000;

/**
 * How far along the index a search may go to find enough of the tenant's rows: half of pgvector's `hnsw.max_scan_tuples`,
 * after which it gives up.
 */
const reachAtMost = 10_000;

/** Sizes change slowly, and a wrong one costs time only: whatever the plan, the same rows qualify. */
const keptMs = 60_000;

interface Sizes {
  /** Vectors of the tenant's space. */
  own: number;
  /** Vectors in its index; 0 when there is none. */
  indexed: number;
}

/** Decides how a space is searched: few candidates are compared one by one, even where there is an index. */
export interface SearchPlanner {
  useIndex(tx: Transaction, space: VectorSpace, query: VectorQuery): Promise<boolean>;
  forget(): void;
}

/** Makes a planner that remembers sizes for a minute. @param exactUpTo vectors that are compared one by one. */
export function createSearchPlanner(exactUpTo: number): SearchPlanner {
  const known = new Map<string, { sizes: Sizes; until: number }>();
  return {
    useIndex: async (tx, space, { limit, only }) => {
      if (only && only.length <= exactUpTo) return false;
      const key = `${space.tenantId} ${space.embedder}`;
      let entry = known.get(key);
      if (!entry || entry.until < Date.now()) {
        entry = { sizes: await sizesOf(tx, space), until: Date.now() + keptMs };
        known.set(key, entry);
      }
      const candidates = Math.min(entry.sizes.own, only?.length ?? entry.sizes.own);
      return candidates > exactUpTo && isNear(entry.sizes, limit, candidates);
    },
    forget: () => known.clear(),
  };
}

/** Of `indexed` vectors every (indexed / candidates)th qualifies, so that many must be looked at for each row wanted. */
function isNear({ indexed }: Sizes, limit: number, candidates: number): boolean {
  return indexed > 0 && (limit * indexed) / candidates <= reachAtMost;
}

async function sizesOf(tx: Transaction, space: VectorSpace): Promise<Sizes> {
  const { rows } = await tx.query<Sizes>(
    `select (select count(*) from passage_vectors where tenant_id = $1 and embedder = $2) as own,
      coalesce((select greatest(c.reltuples, 1) from pg_class c join pg_index i on i.indexrelid = c.oid
        where c.oid = to_regclass($3) and i.indisvalid), 0) as indexed`,
    [space.tenantId, space.embedder, hnswIndexOf(space).name],
  );
  return rows[0] ?? { own: 0, indexed: 0 };
}
