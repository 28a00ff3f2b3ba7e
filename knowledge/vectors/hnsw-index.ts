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

/** An index over the vectors of one embedder. */
export interface HnswIndex {
  name: string;
  /** The SQL condition of the rows it holds. A query uses it only where it says the same in literals. */
  holds: string;
}

/**
 * The index that a space is searched by. An embedded database has few tenants: each gets an index of its own, which finds no other's rows
 * on the way and is built anew without them. On a server all tenants share one per embedder, for every index costs each query planning time.
 */
export function hnswIndexOf(
  kind: Database["kind"],
  { tenantId, embedder, dimensions }: VectorSpace,
): HnswIndex {
  const own = kind === "embedded";
  const hash = createHash("sha256").update([embedder, dimensions, ...(own ? [tenantId] : [])].join(" "));
  const ofEmbedder = `embedder = ${embedderLiteral(embedder)}`;
  return {
    name: `passage_vectors_hnsw_${hash.digest("hex").slice(0, 16)}`,
    holds: own ? `${ofEmbedder} and tenant_id = ${uuidLiteral(tenantId)}` : ofEmbedder,
  };
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

function uuidLiteral(id: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return `'${id}'`;
  throw new AppError("VALIDATION_FAILED", "A workspace's id is a UUID; this one is not.");
}

/** What is compared and indexed: the column holds vectors of any length, an index those of one. */
export function embeddingOf({ dimensions }: Pick<VectorSpace, "dimensions">): string {
  return `(embedding::vector(${Math.trunc(dimensions)}))`;
}

/**
 * Builds the index of a space unless it is there; whoever comes second waits for the first. It is the owner's work and may
 * cover every tenant: row-level security filters queries, not what an index holds. Writes of vectors wait meanwhile.
 */
export async function buildHnswIndex(db: Database, space: VectorSpace): Promise<void> {
  const { name, holds } = hnswIndexOf(db.kind, space);
  await db.withSystem(
    async (tx) => {
      await tx.query("select pg_advisory_xact_lock(hashtextextended('rapport.vectors.hnsw', 0))");
      if (await exists(tx, name)) return;
      await allowMemory(tx);
      await tx.query(
        `create index if not exists ${name} on passage_vectors
          using hnsw (${embeddingOf(space)} vector_cosine_ops) with (${density[db.kind]}) where ${holds}`,
      );
    },
    { idempotent: true },
  );
}

/**
 * Drops the index of a space if the vectors to come outweigh a fifth of those in it: then building it anew is quicker than adding to it.
 * Searches compare one by one meanwhile.
 */
export async function dropHnswIndex(
  db: Database,
  space: VectorSpace,
  { outweighedBy }: { outweighedBy: number },
): Promise<void> {
  const { name } = hnswIndexOf(db.kind, space);
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
