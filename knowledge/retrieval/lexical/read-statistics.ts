import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import type { Collection } from "./bm25.ts";
import { isLanguage, type Language } from "./language.ts";

/** Languages of a tenant that a word is searched under. */
const mostLanguages = 3;

/** How many passages and tokens a tenant has, and the languages that most of its passages are in. */
export async function readStatistics(
  tx: Transaction,
  principal: Principal,
): Promise<Collection & { languages: Language[] }> {
  const { rows } = await tx.query<{
    passages: number;
    tokens: number;
    languages: Record<string, number> | null;
  }>("select passages, tokens, languages from passage_statistics where tenant_id = $1", [
    principal.tenant.id,
  ]);
  const counted = Object.entries(rows[0]?.languages ?? {}).filter(([, passages]) => passages > 0);
  return {
    documents: rows[0]?.passages ?? 0,
    tokens: rows[0]?.tokens ?? 0,
    languages: counted
      .sort((a, b) => b[1] - a[1])
      .map(([name]) => name)
      .filter(isLanguage)
      .slice(0, mostLanguages),
  };
}
