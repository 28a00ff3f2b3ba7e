import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import type { Manifest } from "./part.ts";
import { quoted, readTables } from "./tables.ts";

const ownMigrations = fileURLToPath(new URL("../db/migrations/", import.meta.url));

/**
 * Sees to it that the database is empty and has just the migrations that a backup was made with. The database has all of today's already.
 * @throws AppError CONFLICT when there is anything in it, NOT_READY when the backup is from a newer Rapport or from one that was changed.
 */
export async function prepareEmptyTarget(tx: Transaction, { migrations }: Manifest): Promise<void> {
  // Nobody else makes a workspace until this one is done.
  await tx.query("lock table tenants in share row exclusive mode");
  const { rows: names } = await tx.query<{ name: string }>("select name from tenants order by name limit 3");
  if (names.length > 0) {
    throw new AppError(
      "CONFLICT",
      `The database is not empty: it has the workspace ${names.map(({ name }) => name).join(", ")}. Restore into an empty one: another RAPPORT_HOME, or a new database in DATABASE_URL.`,
    );
  }
  const { rows: applied } = await tx.query<{ tag: string; hash: string }>(
    "select tag, hash from rapport_migrations order by tag",
  );
  for (const [place, { tag, hash }] of migrations.entries()) {
    const ours = applied[place];
    if (!ours) throw newer(tag);
    if (ours.tag !== tag || ours.hash !== hash) throw other(tag);
  }
  if (migrations.length === applied.length) return;
  await startAnew(tx);
  await migrateUpTo(tx, migrations.length);
}

/** Brings the tables to today's state. */
export async function migrateToNewest(tx: Transaction): Promise<void> {
  await migrate(within(tx));
}

async function migrateUpTo(tx: Transaction, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-restore-"));
  try {
    await cp(ownMigrations, folder, { recursive: true });
    const file = join(folder, "meta/_journal.json");
    const journal: { entries: unknown[] } = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await migrate(within(tx), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Migrating within a transaction that is open: it comes to be with all else, or not at all. */
function within(tx: Transaction): Parameters<typeof migrate>[0] {
  return { withSystem: (work) => work(tx) };
}

/** Drops the empty tables and the functions of today's state. The role and extensions stay: making them may need an administrator. */
async function startAnew(tx: Transaction): Promise<void> {
  const tables = [...(await readTables(tx)).map(({ name }) => name), "request_counts", "kept_answers"];
  await tx.query(`drop table if exists ${tables.map(quoted).join(", ")} cascade`);
  const { rows } = await tx.query<{ name: string }>(
    "select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and proname like 'rapport\\_%'",
  );
  for (const { name } of rows) await tx.query(`drop function if exists ${name} cascade`);
  await tx.query("delete from rapport_migrations");
}

function newer(tag: string): AppError {
  return new AppError(
    "NOT_READY",
    `The backup was made by a newer Rapport (this one does not know its migration ${tag}). Update Rapport.`,
  );
}

function other(tag: string): AppError {
  return new AppError(
    "NOT_READY",
    `The backup's migration ${tag} is not the one of this Rapport. Restore it with the version that made it.`,
  );
}
