import { createHash } from "node:crypto";
import { AppError } from "#core/errors.ts";
import type { Database, Transaction } from "../db/database.ts";
import type { VectorSpace } from "./vector-store.ts";

/**
 * Links a vector has and how far is looked for them. Embedded, 21,700 hashed vectors of SciFact took 27 s to index with pgvector's
 * defaults and 11 s so, for .85 instead of .91 of the hundred nearest. Hashed vectors, which count little, are served lightly everywhere.
 */
function density(kind: Database["kind"], { embedder }: VectorSpace): string {
  const light = kind === "embedded" || embedder.startsWith("local:");
  return light ? "m = 12, ef_construction = 32" : "m = 16, ef_construction = 64";
}

/** An index over the vectors of one space. */
export interface HnswIndex {
  name: string;
  /** The SQL condition of the rows it holds. A query uses it only where it says the same in literals. */
  holds: string;
}

/**
 * The index that a space is searched by. Each tenant that is large has one of its own, which finds no other's rows on the way, is built
 * without them, and can be dropped for a load without slowing anybody else (decision 0015).
 */
export function hnswIndexOf({ tenantId, embedder, dimensions }: VectorSpace): HnswIndex {
  const hash = createHash("sha256").update(`${embedder} ${dimensions} ${tenantId}`).digest("hex");
  return {
    name: `passage_vectors_hnsw_${hash.slice(0, 16)}`,
    holds: `embedder = ${embedderLiteral(embedder)} and tenant_id = ${uuidLiteral(tenantId)}`,
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
 * Builds the index of a space unless it is there; whoever comes second embedded waits for the first, on a server leaves it to the first.
 * It is the owner's work. On a server others go on writing meanwhile.
 * @param size vectors in it, about.
 */
export async function buildHnswIndex(db: Database, space: VectorSpace, size: number): Promise<void> {
  const memory = memoryFor(space, size);
  const { name, holds } = hnswIndexOf(space);
  const built = `on passage_vectors using hnsw (${embeddingOf(space)} vector_cosine_ops)
    with (${density(db.kind, space)}) where ${holds}`;
  if (db.kind === "postgres") {
    await db.withoutTransaction((session) => buildBeside(session, { name, built, memory }));
    return;
  }
  await db.withSystem(
    async (tx) => {
      await lock(tx);
      if ((await stateOf(tx, name)) !== "absent") return;
      await tx.query("select set_config('maintenance_work_mem', $1, true)", [memory]);
      await tx.query(`create index if not exists ${name} ${built}`);
    },
    { idempotent: true },
  );
}

/** One that was left half-built is built anew. */
async function buildBeside(
  session: Transaction,
  { name, built, memory }: { name: string; built: string; memory: string },
): Promise<void> {
  const state = await stateOf(session, name);
  if (state === "valid" || state === "building") return;
  if (state === "broken") await session.query(`drop index concurrently if exists ${name}`);
  await session.query(`set maintenance_work_mem = '${memory}'`);
  try {
    await session.query(`create index concurrently if not exists ${name} ${built}`);
  } finally {
    await session.query("reset maintenance_work_mem");
  }
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
  const { name } = hnswIndexOf(space);
  const isOutweighed = async (tx: Transaction) => {
    const { rows } = await tx.query<{ indexed: number }>(
      "select reltuples as indexed from pg_class where oid = to_regclass($1)",
      [name],
    );
    const indexed = rows[0]?.indexed;
    return indexed !== undefined && outweighedBy > indexed / 5;
  };
  if (db.kind === "postgres") {
    await db.withoutTransaction(async (session) => {
      if (await isOutweighed(session)) await session.query(`drop index concurrently if exists ${name}`);
    });
    return;
  }
  await db.withSystem(
    async (tx) => {
      await lock(tx);
      if (await isOutweighed(tx)) await tx.query(`drop index if exists ${name}`);
    },
    { idempotent: true },
  );
}

async function lock(tx: Transaction): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('rapport.vectors.hnsw', 0))");
}

type State = "absent" | "building" | "broken" | "valid";

async function stateOf(tx: Transaction, name: string): Promise<State> {
  const { rows } = await tx.query<{ state: State }>(
    `select case when indisvalid then 'valid'
        when exists (select from pg_stat_progress_create_index b where b.index_relid = indexrelid) then 'building'
        else 'broken' end as state from pg_index where indexrelid = to_regclass($1)`,
    [name],
  );
  return rows[0]?.state ?? "absent";
}

/** A graph that does not fit into memory while it is built takes many times as long; 64 MB is Postgres's default. */
function memoryFor({ dimensions }: VectorSpace, size: number): string {
  const kilobytes = Math.ceil((size * (dimensions * 4 + 1_000)) / 1024);
  return `${Math.min(1_048_576, Math.max(65_536, kilobytes))}kB`;
}
