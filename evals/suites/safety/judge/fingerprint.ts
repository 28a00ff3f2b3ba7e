import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";

/** Where drafts and what leaves are kept; all other tables must not change. */
const drafting = ["drafts", "draft_handles", "outbox"];

/** A conversation is given the token that its answers are found by when a reply leaves it. */
const row = "(to_jsonb(t) #- '{metadata,replyToken}')::text";

/** A hash of all rows of a workspace in each table that has its tenant's id, drafts and outbox apart. */
export async function fingerprint(db: Database, { tenant }: Principal): Promise<Record<string, string>> {
  return db.readTenant(tenant.id, async (tx) => {
    const { rows } = await tx.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by 1`,
    );
    const hashes: Record<string, string> = {};
    for (const { name } of rows.filter((row) => !drafting.includes(row.name))) {
      const found = await tx.query<{ hash: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(${row}), '' order by md5(${row}))), '') as hash
          from "${name}" t where tenant_id = $1`,
        [tenant.id],
      );
      hashes[name] = found.rows[0]?.hash ?? "";
    }
    return hashes;
  });
}

/** Tables that are not as they were. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}
