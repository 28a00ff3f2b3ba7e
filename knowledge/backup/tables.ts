import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";

/** A row's values as Postgres writes them, in the order of the table's columns. */
export type Row = (string | null)[];

/** A table whose rows are kept in backups. */
export interface Table {
  name: string;
  /** Without those that the database computes itself. */
  columns: { name: string; type: string }[];
  /** The column that says whose a row is. */
  tenantColumn: string;
  /** The columns of the primary key. */
  key: string[];
  /** Tables that its rows point to. */
  parents: string[];
  /** The column that is numbered by a sequence, and where that stands. */
  identity: { column: string; last: string; used: boolean } | null;
}

interface Found extends Omit<Table, "identity" | "tenantColumn"> {
  identity: string | null;
}

/**
 * Counts of the running minute, and answers that hold only as long as this server's transaction numbers do. The record of migrations is
 * written by migrating.
 */
const leftOut = ["rapport_migrations", "request_counts", "kept_answers"];

/** Numbers of this server's own transactions: elsewhere a row counts as written when it is loaded. */
const columnsLeftOut: Record<string, string | undefined> = { events: "tx" };

/**
 * The tables that hold what tenants have, each after those that its rows point to.
 * @param without tables that are not asked for; by default those that backups leave out.
 * @throws AppError INTERNAL for a table that does not say whose its rows are.
 */
export async function readTables(tx: Transaction, without: readonly string[] = leftOut): Promise<Table[]> {
  const { rows } = await tx.query<Found>(
    `select c.relname::text as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select json_agg(a.attname order by k.place) from pg_constraint p, unnest(p.conkey) with ordinality k(no, place), pg_attribute a
         where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.no), '[]') as key,
       coalesce((select json_agg(distinct r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f'), '[]') as parents,
       (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> '') as identity
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
    [without],
  );
  const tables: Table[] = [];
  for (const found of parentsFirst(rows)) {
    const { name, key, parents } = found;
    const columns = found.columns.filter((column) => column.name !== columnsLeftOut[name]);
    tables.push({
      name,
      columns,
      key,
      parents,
      tenantColumn: tenantColumnOf(found),
      identity: await identityOf(tx, found),
    });
  }
  return tables;
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function tenantColumnOf({ name, columns }: Found): string {
  if (name === "tenants") return "id";
  const found = ["tenant_id", "tenant"].find((wanted) => columns.some((column) => column.name === wanted));
  if (found) return found;
  throw new AppError("INTERNAL", `The table ${name} does not say whose its rows are, so it cannot be kept.`);
}

async function identityOf(tx: Transaction, { name, identity }: Found): Promise<Table["identity"]> {
  if (identity === null) return null;
  const { rows } = await tx.query<{ sequence: string }>(
    "select pg_get_serial_sequence(quote_ident($1), $2) as sequence",
    [name, identity],
  );
  const { rows: stands } = await tx.query<{ last: string; used: boolean }>(
    `select last_value::text as last, is_called as used from ${rows[0]?.sequence}`,
  );
  const [stand] = stands;
  return stand ? { column: identity, last: stand.last, used: stand.used } : null;
}

function parentsFirst(found: readonly Found[]): Found[] {
  const sorted: Found[] = [];
  const waiting = new Set(found);
  while (waiting.size > 0) {
    const names = new Set([...waiting].map(({ name }) => name));
    const ready = [...waiting].filter(({ name, parents }) =>
      parents.every((p) => p === name || !names.has(p)),
    );
    if (ready.length === 0)
      throw new AppError("INTERNAL", `Tables point to each other: ${[...names].join(", ")}.`);
    for (const table of ready) waiting.delete(table);
    sorted.push(...ready);
  }
  return sorted;
}
