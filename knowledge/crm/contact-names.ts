import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** How sources call contacts, by our ids of them: the id that they were imported with, else their email. */
export async function contactNames(
  tx: Transaction,
  principal: Principal,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select id, coalesce(external_id, email) as name from contacts where tenant_id = $1 and id = any($2::uuid[])`,
    [principal.tenant.id, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Says that an id of a file belongs already to something of another contact, and how to keep both. */
export function takenId(id: string, { by, contact }: { by: string | undefined; contact: string }): string {
  const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return `The id ${shown(id)} stands already for the contact ${shown(by ?? "")}, here it is for ${shown(contact)}. If they are different ones, give each file an --id-prefix of its own.`;
}
