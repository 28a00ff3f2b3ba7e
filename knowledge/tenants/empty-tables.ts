import { actFor } from "../backup/read-rows.ts";
import { quoted, readTables, type Table } from "../backup/tables.ts";
import type { Database, Transaction } from "../db/database.ts";
import { dropHnswIndex } from "../vectors/hnsw-index.ts";
import type { VectorSpace } from "../vectors/vector-store.ts";

/** Rows that one transaction deletes: others never wait long for it. */
const batchSize = 20_000;

/** No rows of a tenant's, or none that stay. */
const noOnes = ["rapport_migrations", "request_counts"];

/**
 * Deletes a tenant's rows table by table, those that point to others first, a batch at a time, and the indexes of its vectors. Where the database's user may, no
 * trigger and no foreign key is asked about each row: all that they would look after goes too. An interrupted one goes on where it was when it is called again.
 * @param keep tables that stay.
 * @param onRows is told how many rows went since it was last told.
 */
export async function emptyTables(
  db: Database,
  tenantId: string,
  {
    keep,
    onRows = () => {},
  }: { keep: readonly string[]; onRows?: ((table: string, rows: number) => void) | undefined },
): Promise<void> {
  await dropVectorIndexes(db, tenantId);
  const tables = await db.withSystem((tx) => readTables(tx, noOnes), { idempotent: true });
  for (const group of inOrder(tables.filter(({ name }) => !keep.includes(name)))) {
    for (const table of await occupied(db, group, tenantId)) {
      for (let gone = batchSize; gone === batchSize; ) {
        gone = await db.withSystem((tx) => deleteSome(tx, table, tenantId), { idempotent: true });
        if (gone > 0) onRows(table.name, gone);
      }
    }
  }
}

/**
 * First what nothing points to, so that triggers of the others find nothing to look after there; at last that again, for what triggers wrote
 * meanwhile.
 */
function inOrder(tables: readonly Table[]): Table[][] {
  const parents = new Set(tables.flatMap((table) => table.parents));
  const leaves = tables.filter(({ name }) => !parents.has(name));
  return [leaves, tables.filter(({ name }) => parents.has(name)).toReversed(), leaves];
}

/** Those that have rows of the tenant: most have none. */
async function occupied(db: Database, tables: readonly Table[], tenantId: string): Promise<Table[]> {
  const looks = tables.map(
    ({ name, tenantColumn }) =>
      `select '${name}' as name where exists (select from ${quoted(name)} where ${quoted(tenantColumn)} = $1)`,
  );
  const { rows } = await db.withSystem(
    async (tx) => {
      await actFor(tx, tenantId);
      return tx.query<{ name: string }>(looks.join(" union all "), [tenantId]);
    },
    { idempotent: true },
  );
  const names = new Set(rows.map(({ name }) => name));
  return tables.filter(({ name }) => names.has(name));
}

async function deleteSome(tx: Transaction, { name, tenantColumn }: Table, tenantId: string): Promise<number> {
  await actFor(tx, tenantId);
  await askNoTriggers(tx);
  const { rowCount } = await tx.query(
    `delete from ${quoted(name)} where ctid = any (array(select ctid from ${quoted(name)} where ${quoted(tenantColumn)} = $1 limit ${batchSize}))`,
    [tenantId],
  );
  return rowCount;
}

/** Setting it needs a superuser, as in the embedded database, or GRANT SET ON PARAMETER; without, deleting takes longer. */
async function askNoTriggers(tx: Transaction): Promise<void> {
  await tx.query(
    `select set_config('session_replication_role', 'replica', true)
       where has_parameter_privilege('session_replication_role', 'SET')`,
  );
}

async function dropVectorIndexes(db: Database, tenantId: string): Promise<void> {
  const spaces = await db.readTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<VectorSpace>(
      `select tenant_id as "tenantId", embedder, dimensions from vector_spaces where tenant_id = $1 and store = 'pgvector'`,
      [tenantId],
    );
    return rows;
  });
  for (const space of spaces) await dropHnswIndex(db, space, { outweighedBy: Number.POSITIVE_INFINITY });
}
