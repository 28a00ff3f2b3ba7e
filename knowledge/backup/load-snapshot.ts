import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";
import { differing, startTally, type Totals } from "./checksum.ts";
import { migrateToNewest, prepareEmptyTarget } from "./empty-target.ts";
import type { Manifest, Part } from "./part.ts";
import { actFor, readExactly, readRows } from "./read-rows.ts";
import { quoted, type Row, type Table } from "./tables.ts";
import type { OnRows, Whole } from "./watch-parts.ts";

/**
 * Loads a backup into an empty database, reads all of it back and compares, then migrates on to today's state; all in the transaction, so that
 * nothing of it is there unless all of it is.
 * @param onRows is told how many rows were loaded or compared since it was last told.
 * @throws AppError CONFLICT for a database that is not empty, NOT_READY for a newer backup, INTERNAL when what was read back is something else.
 */
export async function loadSnapshot(
  tx: Transaction,
  parts: AsyncIterable<Part>,
  onRows: OnRows = () => {},
): Promise<Whole> {
  let manifest: Manifest | undefined;
  let totals: Totals | undefined;
  const insert = inserter(tx);
  for await (const part of parts) {
    if (part.kind === "manifest") {
      manifest = part.manifest;
      await prepareEmptyTarget(tx, manifest);
      await readExactly(tx);
      await switchTriggers(tx, manifest, "disable");
    } else if (part.kind === "rows") {
      const table = manifest?.tables.find(({ name }) => name === part.table);
      if (!table)
        throw new AppError("VALIDATION_FAILED", `The backup has rows of an unknown table ${part.table}.`);
      await insert(table, part);
      onRows(part.table, part.rows.length);
    } else totals = part.totals;
  }
  if (!manifest || !totals) throw new AppError("VALIDATION_FAILED", "The backup has no beginning or no end.");
  await setSequences(tx, manifest);
  await switchTriggers(tx, manifest, "enable");
  await compare(tx, { manifest, totals }, onRows);
  await migrateToNewest(tx);
  await tx.query(`analyze ${manifest.tables.map(({ name }) => quoted(name)).join(", ")}`);
  return { manifest, totals };
}

/** Rows of some length arrive in one statement each page, as arrays of texts. */
function inserter(tx: Transaction) {
  let actingFor = "";
  return async (table: Table, { tenantId, rows }: { tenantId: string; rows: readonly Row[] }) => {
    if (actingFor !== tenantId) await actFor(tx, tenantId);
    actingFor = tenantId;
    const { columns } = table;
    const arrays = columns.map((_, at) => rows.map((row) => row[at] ?? null));
    await tx.query(
      `insert into ${quoted(table.name)} (${columns.map(({ name }) => quoted(name)).join(", ")}) overriding system value
         select ${columns.map(({ type }, at) => `c${at}::${type}`).join(", ")}
         from unnest(${columns.map((_, at) => `$${at + 1}::text[]`).join(", ")}) as kept(${columns.map((_, at) => `c${at}`).join(", ")})`,
      arrays,
    );
  };
}

/** What triggers did when the rows were written is among the rows already. Foreign keys go on being checked. */
async function switchTriggers(
  tx: Transaction,
  { tables }: Manifest,
  to: "enable" | "disable",
): Promise<void> {
  await tx.query(tables.map(({ name }) => `alter table ${quoted(name)} ${to} trigger user`).join("; "));
}

async function setSequences(tx: Transaction, { tables }: Manifest): Promise<void> {
  for (const { name, identity } of tables) {
    if (!identity) continue;
    await tx.query("select setval(pg_get_serial_sequence(quote_ident($1), $2), $3::bigint, $4)", [
      name,
      identity.column,
      identity.last,
      identity.used,
    ]);
  }
}

async function compare(tx: Transaction, { manifest, totals }: Whole, onRows: OnRows): Promise<void> {
  const tally = startTally();
  for (const { id } of manifest.workspaces) {
    await actFor(tx, id);
    for (const table of manifest.tables) {
      if (!totals[table.name]) continue;
      for await (const rows of readRows(tx, table, id)) {
        tally.add(table.name, rows);
        onRows(table.name, rows.length);
      }
    }
  }
  const wrong = differing(totals, tally.totals());
  if (wrong.length === 0) return;
  throw new AppError(
    "INTERNAL",
    `What was loaded is not what the backup holds, in: ${wrong.join(", ")}. Nothing was written.`,
  );
}
