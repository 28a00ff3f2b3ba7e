import type { Database } from "../db/database.ts";
import { buildHnswIndex, hnswIndexOf } from "../vectors/hnsw-index.ts";
import type { VectorSpace } from "../vectors/vector-store.ts";
import type { Manifest } from "./part.ts";

/**
 * Builds the indexes over vectors that a backup's database had. They come last, after the rows are saved: a search compares one by one until
 * its index is there, and indexing texts builds one that is missing.
 */
export async function buildVectorIndexes(
  db: Database,
  { workspaces, vectorIndexes }: Pick<Manifest, "workspaces" | "vectorIndexes">,
  onIndex: (name: string) => void = () => {},
): Promise<void> {
  const wanted = new Set(vectorIndexes);
  if (wanted.size === 0) return;
  for (const { id, name } of workspaces) {
    for (const { size, ...space } of await spacesOf(db, id)) {
      if (!wanted.has(hnswIndexOf(space).name)) continue;
      onIndex(name);
      await buildHnswIndex(db, space, size);
    }
  }
}

function spacesOf(db: Database, tenantId: string): Promise<(VectorSpace & { size: number })[]> {
  return db.readTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<VectorSpace & { size: number }>(
      `select tenant_id as "tenantId", embedder, dimensions,
         (select count(*) from passage_vectors v where v.tenant_id = $1 and v.embedder = s.embedder) as size
       from vector_spaces s where tenant_id = $1 and store = 'pgvector'`,
      [tenantId],
    );
    return rows;
  });
}
