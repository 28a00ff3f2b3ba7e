import type { Database } from "./database.ts";

/**
 * Tells the planner of queries about tables that have grown since it last looked, by default to twice their size. A server does so by itself, but only after
 * a minute, and the embedded database does not: until then each row that names another, such as its contact, looks it up among all
 * of its workspace, because the table counts as nearly empty.
 * @param tables names as ANALYZE takes them, "contacts" or "postings (tenant_id, term)", no one's input; always in the same order, so that
 * two who do so at once take turns.
 */
export async function analyzeGrown(
  db: Database,
  tables: readonly string[],
  { growth = 2 }: { growth?: number } = {},
): Promise<void> {
  await db.withSystem(
    async (tx) => {
      const { rows } = await tx.query<{ name: string }>(
        `select t.name from unnest($1::text[]) with ordinality as t(name, place)
            join pg_class c on c.oid = split_part(t.name, ' ', 1)::regclass
          where pg_relation_size(c.oid) > ($2::float8 * c.relpages + 2) * current_setting('block_size')::int order by t.place`,
        [tables, growth],
      );
      if (rows.length > 0) await tx.query(`analyze ${rows.map(({ name }) => name).join(", ")}`);
    },
    { idempotent: true },
  );
}
