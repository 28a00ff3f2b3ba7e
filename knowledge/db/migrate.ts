import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AppError } from "#core/errors.ts";
import type { Database, Transaction } from "./database.ts";
import { sqlState } from "./sql-error.ts";

interface Migration {
  tag: string;
  sql: string;
  /** SHA-256 of the file with Unix line ends, so that a checkout on Windows counts as the same file. */
  hash: string;
}

type Applied = Pick<Migration, "tag" | "hash">;

const ownFolder = fileURLToPath(new URL("./migrations/", import.meta.url));

/** Any fixed number: all processes that migrate one database wait for each other on it. */
const lockKey = 7_265_707_021;

const oldestServer = 16;

/**
 * Brings the database to the state that the migrations folder describes, in one transaction; several processes may
 * try at once. Costs one query when there is nothing to do.
 * @param folder what drizzle-kit writes: SQL files and meta/_journal.json.
 * @returns the tags that were applied, in order.
 * @throws AppError NOT_READY when the database is newer than the code, an applied file was changed since, the server
 * is too old or its user may not do what is needed.
 */
export async function migrate(database: Pick<Database, "withSystem">, folder = ownFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const known = await database.withSystem(readApplied, { idempotent: true }).catch((error: unknown) => {
    if (sqlState(error) === "42P01") return [];
    throw error;
  });
  if (pending(migrations, known).length === 0) return [];
  return database.withSystem((tx) => applyPending(tx, migrations), { idempotent: true }).catch(explain);
}

/** A migration that cannot go on says in an exception of its own what an administrator should do. */
function explain(error: unknown): never {
  if (sqlState(error) !== "P0001" || !(error instanceof Error)) throw error;
  throw new AppError("NOT_READY", error.message, { cause: error });
}

async function applyPending(tx: Transaction, migrations: readonly Migration[]): Promise<string[]> {
  await checkServer(tx);
  await tx.query("SELECT pg_advisory_xact_lock($1)", [lockKey]);
  await tx.query(
    `CREATE TABLE IF NOT EXISTS rapport_migrations (
       tag text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const missing = pending(migrations, await readApplied(tx));
  for (const { tag, hash, sql } of missing) {
    await tx.query(sql);
    await tx.query("INSERT INTO rapport_migrations (tag, hash) VALUES ($1, $2)", [tag, hash]);
  }
  return missing.map(({ tag }) => tag);
}

/** Older servers cannot grant a role without handing on its rights. */
async function checkServer(tx: Transaction): Promise<void> {
  const { rows } = await tx.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  const version = rows[0]?.version ?? "";
  if (Number.parseInt(version, 10) >= oldestServer) return;
  throw new AppError(
    "NOT_READY",
    `Postgres ${oldestServer} or newer is needed; DATABASE_URL leads to version ${version}.`,
  );
}

async function readApplied(tx: Transaction): Promise<Applied[]> {
  return (await tx.query<Applied>("SELECT tag, hash FROM rapport_migrations")).rows;
}

function pending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byTag = new Map(migrations.map((migration) => [migration.tag, migration]));
  for (const { tag, hash } of applied) {
    const migration = byTag.get(tag);
    if (!migration) {
      throw new AppError(
        "NOT_READY",
        `The database was made by a newer Rapport (this one does not know its migration ${tag}). Update Rapport.`,
      );
    }
    if (migration.hash !== hash) {
      throw new AppError(
        "NOT_READY",
        `The migration ${tag} was changed after this database had applied it. Restore that file, and put the change into a new migration.`,
      );
    }
    byTag.delete(tag);
  }
  return [...byTag.values()];
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    await readFile(`${folder}/meta/_journal.json`, "utf8"),
  );
  return Promise.all(
    journal.entries.map(async ({ tag }) => {
      const sql = (await readFile(`${folder}/${tag}.sql`, "utf8")).replaceAll("\r\n", "\n");
      return { tag, sql, hash: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}
