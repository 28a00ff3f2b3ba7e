import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { writePostings } from "../lexical/write-postings.ts";
import { soundGrams, wordTerm } from "./name-grams.ts";

/** Saves which names new passages belong to. Their numbers must be larger than all that were written before. */
export async function writeNames(
  tx: Transaction,
  principal: Principal,
  passages: readonly { no: number; names: readonly string[] }[],
): Promise<void> {
  const named = passages.filter(({ names }) => names.length > 0);
  if (named.length === 0) return;
  await writePostings(
    tx,
    principal,
    "name",
    named.map(({ no, names }) => ({
      no,
      terms: new Map(names.map((name) => [name, 1])),
      length: names.length,
    })),
  );
  const added = await addNames(tx, principal, [...new Set(named.flatMap(({ names }) => names))].sort());
  await writePostings(
    tx,
    principal,
    "gram",
    added.map(({ no, name }) => {
      const terms = new Set([...soundGrams(name), ...name.split(" ").map(wordTerm)]);
      return { no, terms: new Map([...terms].map((term) => [term, 1])), length: terms.size };
    }),
  );
}

/** Numbers the names that are new; the statistics' row is locked first, so that no two writers give the same number. */
async function addNames(
  tx: Transaction,
  principal: Principal,
  names: readonly string[],
): Promise<{ no: number; name: string }[]> {
  const tenant = principal.tenant.id;
  await tx.query("insert into passage_statistics (tenant_id) values ($1) on conflict do nothing", [tenant]);
  await tx.query("select from passage_statistics where tenant_id = $1 for update", [tenant]);
  const { rows } = await tx.query<{ no: number; name: string }>(
    `with fresh as (
       select name, row_number() over (order by name) - 1 as place from unnest($2::text[]) as t(name)
         where not exists (select from passage_names n where n.tenant_id = $1 and n.name = t.name)),
     counted as (
       update passage_statistics set next_name = next_name + (select count(*) from fresh)
         where tenant_id = $1 returning next_name)
     insert into passage_names (tenant_id, no, name)
       select $1, next_name - (select count(*) from fresh) + place, name from fresh, counted
       returning no, name`,
    [tenant, names],
  );
  return rows;
}
