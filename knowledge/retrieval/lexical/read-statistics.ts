import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { Collection } from "./bm25.ts";
import { isLanguage, type Language } from "./language.ts";

/** Languages of a tenant that a word is searched under. */
const mostLanguages = 3;
/** More that wait are not counted. */
const mostCounted = 100_000;

/** What a search must know of a tenant's passages as a whole. */
export interface Statistics extends Collection {
  /** Those that most passages are in, most first. */
  languages: Language[];
  /** Names of people, companies and things that passages belong to. */
  names: number;
  /** Texts that wait to be made searchable, at most 100,000. */
  pending: number;
}

/** Reads them all in one round trip. */
export async function readStatistics(tx: Transaction, principal: Principal): Promise<Statistics> {
  const { rows } = await tx.query<{
    passages: number | null;
    tokens: number | null;
    languages: Record<string, number> | null;
    names: number | null;
    pending: number;
  }>(
    `select passages, tokens, languages, next_name as names, pending
      from (select count(*)::int as pending from (select from passage_queue where tenant_id = $1 limit ${mostCounted}) q) waiting
        left join passage_statistics on tenant_id = $1`,
    [principal.tenant.id],
  );
  const [row] = rows;
  const counted = Object.entries(row?.languages ?? {}).filter(([, passages]) => passages > 0);
  return {
    documents: row?.passages ?? 0,
    tokens: row?.tokens ?? 0,
    languages: counted
      .sort((a, b) => b[1] - a[1])
      .map(([name]) => name)
      .filter(isLanguage)
      .slice(0, mostLanguages),
    names: row?.names ?? 0,
    pending: row?.pending ?? 0,
  };
}
