import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { idf } from "../lexical/bm25.ts";
import { languages } from "../lexical/language.ts";
import { documentCount } from "../lexical/read-postings.ts";
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
  const { rows } = await tx.query<{ field: string; term: string; df: number }>(frequencySql, [
    principal.tenant.id,
    words.map(wordTerm),
    words.map(spoken),
  ]);
  const df = new Map(rows.map((row) => [`${row.field} ${row.term}`, Number(row.df)]));
  const all = { names: df.get("all names") ?? 0, passages: df.get("all passages") ?? 0 };
  return (word) => {
    const inNames = df.get(`gram ${wordTerm(word)}`) ?? 1;
    const isStopWord = languages.some((language) => stopWords[language].has(word));
    const rarity = Math.min(
      idf(inNames, all.names),
      all.passages > 0 ? idf(df.get(`text ${spoken(word)}`) ?? 0, all.passages) : Number.POSITIVE_INFINITY,
    );
    return {
      word,
      weight: Math.max(rarity * (isStopWord ? stopWordWeight : 1), 0.01),
      generic: isStopWord || inNames > Math.max(genericNames, genericShare * all.names),
    };
  };
}

/** One round trip: how many names and passages there are, and how many have each word. */
const frequencySql = `select 'all' as field, 'names' as term, next_name as df from passage_statistics where tenant_id = $1
  union all select 'all', 'passages', passages from passage_statistics where tenant_id = $1
  union all select field, term, ${documentCount} from postings where tenant_id = $1 and field = 'gram' and term = any($2::text[]) group by field, term
  union all select field, term, ${documentCount} from postings where tenant_id = $1 and field = 'text' and term = any($3::text[]) group by field, term`;

function spoken(word: string): string {
  return termOf(word, "english") ?? word;
}
