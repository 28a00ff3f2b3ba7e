import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";
import { startTally } from "./checksum.ts";
import { formatVersion, type Manifest, type Part } from "./part.ts";
import { actFor, readExactly, readRows } from "./read-rows.ts";
import { readTables } from "./tables.ts";

/**
 * Reads all workspaces, or one, as they are at one moment. Must be the first that the transaction does: what others write meanwhile is
 * not in it, and does not wait.
 * @throws AppError NOT_FOUND when there is no workspace of that name.
 */
export async function* readSnapshot(
  tx: Transaction,
  { workspace, now }: { workspace?: string | undefined; now: Date },
): AsyncGenerator<Part> {
  await tx.query("set transaction isolation level repeatable read, read only");
  await readExactly(tx);
  const manifest = await describe(tx, { workspace, now });
  yield { kind: "manifest", manifest };
  const tally = startTally();
  for (const { id: tenantId } of manifest.workspaces) {
    await actFor(tx, tenantId);
    for (const table of manifest.tables) {
      for await (const rows of readRows(tx, table, tenantId)) {
        tally.add(table.name, rows);
        yield { kind: "rows", table: table.name, tenantId, rows };
      }
    }
  }
  yield { kind: "end", totals: tally.totals() };
}

async function describe(
  tx: Transaction,
  { workspace, now }: { workspace?: string | undefined; now: Date },
): Promise<Manifest> {
  const { rows: workspaces } = await tx.query<{ id: string; name: string }>(
    "select id, name from tenants where $1::text is null or name = $1 order by name",
    [workspace ?? null],
  );
  if (workspace !== undefined && workspaces.length === 0) {
    throw new AppError("NOT_FOUND", `There is no workspace ${workspace}. See: rapport tenants list.`);
  }
  const { rows: migrations } = await tx.query<{ tag: string; hash: string }>(
    "select tag, hash from rapport_migrations order by tag",
  );
  const { rows: indexes } = await tx.query<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = to_regclass('public.passage_vectors') and i.indisvalid and c.relname like 'passage\\_vectors\\_hnsw\\_%' order by 1`,
  );
  return {
    rapport: "backup",
    format: formatVersion,
    madeAt: now.toISOString(),
    migrations,
    workspaces,
    tables: await readTables(tx),
    vectorIndexes: indexes.map(({ name }) => name),
  };
}
