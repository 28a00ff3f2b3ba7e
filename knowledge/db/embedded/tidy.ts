import type { PGlite } from "@electric-sql/pglite";
import { log } from "#core/log.ts";
import type { Gate } from "./gate.ts";

/** Bytes of write-ahead log after which the tables are worth looking after. */
const enoughWritten = 16 * 1024 * 1024;

const every = 10_000;

/** Tidies now and then, when it is its turn at the gate. Returns what ends that. */
export function keepTidy(database: PGlite, gate: Gate<object>): () => void {
  let written: string | undefined;
  const turn = async () => {
    const me = {};
    await gate.acquire(me);
    try {
      written = await tidy(database, written);
    } catch (error) {
      log.warn(error, "the tables could not be tidied");
    }
    gate.release(me);
  };
  const timer = setInterval(turn, every);
  return () => clearInterval(timer);
}

/**
 * Vacuums and analyses the tables when much was written since the position `since`: PGlite has no autovacuum, and
 * without statistics the planner guesses.
 * @returns the position to hand in next time.
 */
export async function tidy(
  database: PGlite,
  since: string | undefined,
  enough = enoughWritten,
): Promise<string> {
  const { position, written } = await positionOf(database, since);
  if (since === undefined) return position;
  if (written < enough) return since;
  const { rows } = await database.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  await database.exec(rows.map(({ name }) => `VACUUM (ANALYZE) ${name};`).join(""));
  return (await positionOf(database, since)).position;
}

async function positionOf(database: PGlite, since: string | undefined) {
  const { rows } = await database.query<{ position: string; written: number }>(
    `SELECT here AS position, pg_wal_lsn_diff(here, coalesce($1::pg_lsn, here))::float8 AS written
     FROM (SELECT pg_current_wal_insert_lsn() AS here) AS wal`,
    [since ?? null],
  );
  return rows[0] ?? { position: "0/0", written: 0 };
}
