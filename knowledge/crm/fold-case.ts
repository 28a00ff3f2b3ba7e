import type { Transaction } from "../db/database.ts";

/**
 * The key of each text, equal for texts that differ in case only. The database makes it, as its indices do: programs
 * and databases disagree about letters such as "İ", and what one takes for new, the other would refuse.
 */
export async function foldCase(
  tx: Transaction,
  texts: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(texts)].filter((text) => text !== null);
  if (distinct.length === 0) return new Map();
  const { rows } = await tx.query<{ text: string; key: string }>(
    `select text, lower(text) as key from unnest($1::text[]) as t(text)`,
    [distinct],
  );
  return new Map(rows.map(({ text, key }) => [text, key]));
}
