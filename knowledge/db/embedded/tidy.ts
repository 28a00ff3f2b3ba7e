import type { PGlite } from "@electric-sql/pglite";
import { log } from "#core/log.ts";
import type { Gate } from "./gate.ts";

/** Bytes of write-ahead log after which the tables are worth looking after. */
const enoughWritten = 16 * 1024 * 1024;

const every = 10_000;

/** Tidies now and then, when it is its turn at the gate: a turn a table, so that clients wait for one at most. Returns what ends that. */
export function keepTidy(
  database: PGlite,
  gate: Gate<object>,
  hasRoom: () => boolean = () => true,
): () => void {
  let written: string | undefined;
  const inTurn: InTurn = async (work) => {
    const me = {};
    await gate.acquire(me);
    try {
      return await work();
    } finally {
      gate.release(me);
    }
  };
  const timer = setInterval(async () => {
    if (!hasRoom()) return;
    try {
      written = await tidy(database, written, { inTurn });
    } catch (error) {
      log.warn(error, "the tables could not be tidied");
    }
  }, every);
  return () => clearInterval(timer);
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Vacuums and analyses the tables that have changed when much was written since the position `since`: PGlite has no
 * autovacuum, and without statistics the planner guesses.
 * @returns the position to hand in next time.
 */
export async function tidy(
  database: PGlite,
  since: string | undefined,
  { enough = enoughWritten, inTurn = (work) => work() }: { enough?: number; inTurn?: InTurn } = {},
): Promise<string> {
  const { position, written } = await inTurn(() => positionOf(database, since));
  if (since === undefined) return position;
  if (written < enough) return since;
  // A statement each: VACUUM refuses to stand among others.
  for (const name of await inTurn(() => changedTables(database)))
    await inTurn(() => database.exec(`VACUUM (ANALYZE) ${name}`));
  return (await inTurn(() => positionOf(database, since))).position;
}

async function changedTables(database: PGlite): Promise<string[]> {
  await database.query("SELECT pg_stat_force_next_flush()");
  const { rows } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND n_mod_since_analyze > 0`,
  );
  return rows.map(({ name }) => name);
}

async function positionOf(database: PGlite, since: string | undefined) {
  const { rows } = await database.query<{ position: string; written: number }>(
    `SELECT here AS position, pg_wal_lsn_diff(here, coalesce($1::pg_lsn, here))::float8 AS written
     FROM (SELECT pg_current_wal_insert_lsn() AS here) AS wal`,
    [since ?? null],
  );
  return rows[0] ?? { position: "0/0", written: 0 };
}
