import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { idf } from "../lexical/bm25.ts";
import { languages } from "../lexical/language.ts";
import { countDocuments } from "../lexical/read-postings.ts";
import { stopWords } from "../lexical/stop-words.ts";
import { termOf } from "../lexical/term-of.ts";
import { wordTerm } from "./name-grams.ts";

/** A word of a name and how much of the name it is. */
export interface NameWord {
  word: string;
  weight: number;
  /** Too common among names or in speech to stand for one of them alone. */
  generic: boolean;
}

/** A word that more names have than this, and more than this share of them, tells no name from others. */
const genericNames = 2;
const genericShare = 0.05;
const stopWordWeight = 0.15;

/** Weighs the words of names by how rare they are among the tenant's names and among what is said. */
export async function weighWords(
  tx: Transaction,
  principal: Principal,
  names: readonly string[],
): Promise<(word: string) => NameWord> {
  const words = [...new Set(names.flatMap((name) => name.split(" ")))];
  const { rows } = await tx.query<{ names: number; passages: number }>(
    "select (select count(*) from passage_names where tenant_id = $1) as names, passages from passage_statistics where tenant_id = $1",
    [principal.tenant.id],
  );
  const all = { names: rows[0]?.names ?? 0, passages: rows[0]?.passages ?? 0 };
  const inNames = await countDocuments(tx, principal, { field: "gram", terms: words.map(wordTerm) });
  const inTexts = await countDocuments(tx, principal, { field: "text", terms: words.map(spoken) });
  return (word) => {
    const df = inNames.get(wordTerm(word)) ?? 1;
    const isStopWord = languages.some((language) => stopWords[language].has(word));
    const rarity = Math.min(
      idf(df, all.names),
      all.passages > 0 ? idf(inTexts.get(spoken(word)) ?? 0, all.passages) : Number.POSITIVE_INFINITY,
    );
    return {
      word,
      weight: Math.max(rarity * (isStopWord ? stopWordWeight : 1), 0.01),
      generic: isStopWord || df > Math.max(genericNames, genericShare * all.names),
    };
  };
}

function spoken(word: string): string {
  return termOf(word, "english") ?? word;
}
