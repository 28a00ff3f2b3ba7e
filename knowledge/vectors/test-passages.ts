import type { Principal } from "#core/principal.ts";
import { testDatabase } from "../db/test-database.ts";

/** Gives a workspace passages with these numbers and texts. */
export async function addPassages(principal: Principal, texts: ReadonlyMap<number, string>): Promise<void> {
  await testDatabase().withTenant(principal.tenant.id, (tx) =>
    tx.query(
      `insert into passages (tenant_id, no, kind, part, text, language, terms, names, length, content_hash, occurred_at)
        select $1, no, 'note', 0, text, 'english', '{}', '{}', 1, text, now() from unnest($2::int[], $3::text[]) as p (no, text)`,
      [principal.tenant.id, [...texts.keys()], [...texts.values()]],
    ),
  );
}

/** Deletes passages as an erased contact would. */
export async function deletePassages(principal: Principal, nos: readonly number[]): Promise<void> {
  await testDatabase().withTenant(principal.tenant.id, async (tx) => {
    await tx.query("insert into passage_statistics (tenant_id) values ($1) on conflict do nothing", [
      principal.tenant.id,
    ]);
    await tx.query("delete from passages where tenant_id = $1 and no = any($2::int[])", [
      principal.tenant.id,
      nos,
    ]);
  });
}
