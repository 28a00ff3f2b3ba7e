import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
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
 * without them, and can be dropped for a load without slowing anybody else (decision 0016).
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
 * Builds the index of a space unless it is there; whoever comes second waits for the first. It is the owner's work. On a server others
 * go on writing meanwhile, and one that was left half-built is built anew.
 * @param size vectors in it, about.
 */
export async function buildHnswIndex(db: Database, space: VectorSpace, size: number): Promise<void> {
  const { name, holds } = hnswIndexOf(space);
  const memory = memoryFor(space, size);
  await changeIndexes(db, async (session, concurrently) => {
    const state = await stateOf(session, name);
    if (state === "valid") return;
    if (state === "broken") await session.query(`drop index ${concurrently} if exists ${name}`);
    await session.query("select set_config('maintenance_work_mem', $1, $2::bool)", [memory, !concurrently]);
    try {
      await session.query(
        `create index ${concurrently} if not exists ${name} on passage_vectors using hnsw (${embeddingOf(space)} vector_cosine_ops)
          with (${density(db.kind, space)}) where ${holds}`,
      );
    } finally {
      if (concurrently) await session.query("reset maintenance_work_mem");
    }
  });
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
  await changeIndexes(db, async (session, concurrently) => {
    const { rows } = await session.query<{ indexed: number }>(
      "select reltuples as indexed from pg_class where oid = to_regclass($1)",
      [name],
    );
    const indexed = rows[0]?.indexed;
    if (indexed === undefined || outweighedBy <= indexed / 5) return;
    await session.query(`drop index ${concurrently} if exists ${name}`);
  });
}

const lockKey = "hashtextextended('rapport.vectors.hnsw', 0)";

/**
 * Changes indexes of vectors, one at a time: two that are built concurrently on one table would wait for each other until one is ended.
 * @param work is given "concurrently" on a server, "" in the embedded database's transaction.
 */
async function changeIndexes(
  db: Database,
  work: (session: Transaction, concurrently: "concurrently" | "") => Promise<void>,
): Promise<void> {
  if (db.kind === "embedded") {
    await db.withSystem(
      async (tx) => {
        await tx.query(`select pg_advisory_xact_lock(${lockKey})`);
        await work(tx, "");
      },
      { idempotent: true },
    );
    return;
  }
  await db.withoutTransaction(async (session) => {
    // Asked again and again instead of waited for: a statement that waits holds a snapshot, which the build in turn waits for.
    while (!(await isLocked(session))) await sleep(lockPauseMs);
    try {
      await work(session, "concurrently");
    } finally {
      await session.query(`select pg_advisory_unlock(${lockKey})`);
    }
  });
}

const lockPauseMs = 250;

async function isLocked(session: Transaction): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(${lockKey}) as locked`,
  );
  return rows[0]?.locked === true;
}

/** Whoever built one that is not valid is gone: there is one builder at a time. */
type State = "absent" | "broken" | "valid";

async function stateOf(session: Transaction, name: string): Promise<State> {
  const { rows } = await session.query<{ state: State }>(
    "select case when indisvalid then 'valid' else 'broken' end as state from pg_index where indexrelid = to_regclass($1)",
    [name],
  );
  return rows[0]?.state ?? "absent";
}

/** A graph that does not fit into memory while it is built takes many times as long; 64 MB is Postgres's default. */
function memoryFor({ dimensions }: VectorSpace, size: number): string {
  const kilobytes = Math.ceil((size * (dimensions * 4 + 1_000)) / 1024);
  return `${Math.min(1_048_576, Math.max(65_536, kilobytes))}kB`;
}
