import { createHash } from "node:crypto";
import { AppError } from "#core/errors.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { VectorSpace } from "./vector-store.ts";

/**
 * Links a vector has and how far is looked for them. Embedded, 21,700 hashed vectors of SciFact took 27 s to index with pgvector's
 * defaults and 11 s so, for .85 instead of .91 of the hundred nearest.
 */
const density: Record<Database["kind"], string> = {
  embedded: "m = 12, ef_construction = 32",
  postgres: "m = 16, ef_construction = 64",
};

type Embedding = Pick<VectorSpace, "embedder" | "dimensions">;

/** The name of the index over all tenants' vectors of one embedder. */
export function hnswIndexName({ embedder, dimensions }: Embedding): string {
  const hash = createHash("sha256").update(`${embedder} ${dimensions}`).digest("hex");
  return `passage_vectors_hnsw_${hash.slice(0, 16)}`;
}

/**
 * An embedder's id as an SQL literal. It must stand in the text of queries: a partial index is only considered when its
 * condition is seen to hold before the parameters are known.
 * @throws AppError VALIDATION_FAILED when the id has characters that ids do not have.
 */
export function embedderLiteral(embedder: string): string {
  if (/^[\w.:@/+-]{1,200}$/.test(embedder)) return `'${embedder}'`;
  throw new AppError("VALIDATION_FAILED", `"${embedder}" is no embedder: write provider:model@dimensions.`);
}

/** What is compared and indexed: the column holds vectors of any length, an index those of one. */
export function embeddingOf({ dimensions }: Embedding): string {
  return `(embedding::vector(${Math.trunc(dimensions)}))`;
}

/**
 * Builds the index of an embedder unless it is there; whoever comes second waits for the first. It is the owner's work and
 * covers every tenant: row-level security filters queries, not what an index holds. Writes of vectors wait meanwhile.
 */
export async function buildHnswIndex(db: Database, embedding: Embedding): Promise<void> {
  const name = hnswIndexName(embedding);
  await db.withSystem(
    async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtextextended('rapport.vectors.hnsw', 0))");
      if (await exists(tx, name)) return;
      await allowMemory(tx);
      await tx.query(
        `create index if not exists ${name} on passage_vectors
          using hnsw (${embeddingOf(embedding)} vector_cosine_ops) with (${density[db.kind]}) where embedder = ${embedderLiteral(embedding.embedder)}`,
      );
    },
    { idempotent: true },
  );
}

/**
 * Drops the index of an embedder if the vectors to come outweigh a fifth of those in it: then building it anew is quicker than adding to it.
 * Searches compare one by one meanwhile.
 */
export async function dropHnswIndex(
  db: Database,
  embedding: Embedding,
  { outweighedBy }: { outweighedBy: number },
): Promise<void> {
  const name = hnswIndexName(embedding);
  await db.withSystem(
    async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtextextended('rapport.vectors.hnsw', 0))");
      const { rows } = await tx.query<{ indexed: number }>(
        "select reltuples as indexed from pg_class where oid = to_regclass($1)",
        [name],
      );
      const indexed = rows[0]?.indexed;
      if (indexed !== undefined && outweighedBy > indexed / 5) await tx.query(`drop index if exists ${name}`);
    },
    { idempotent: true },
  );
}

async function exists(tx: Transaction, name: string): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>("select to_regclass($1) is not null as found", [name]);
  return rows[0]?.found === true;
}

/** A graph that does not fit into memory while it is built takes many times as long; 64 MB is Postgres's default. */
async function allowMemory(tx: Transaction): Promise<void> {
  await tx.query(
    `select set_config('maintenance_work_mem',
      least(1048576, greatest(65536, pg_total_relation_size('passage_vectors') * 2 / 1024))::text || 'kB', true)`,
  );
}
