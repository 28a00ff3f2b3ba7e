import type { Principal } from "#core/principal.ts";
import type { SearchRequest } from "#core/retrieval.ts";
import type { Transaction } from "../../db/database.ts";
import { bestDocuments, type ScoredDocument } from "./best-documents.ts";
import { bm25, type ScoredWord } from "./bm25.ts";
import { type QueryWord, queryWords } from "./query-terms.ts";
import { countDocuments, type PostingList, readPostings } from "./read-postings.ts";
import type { Statistics } from "./read-statistics.ts";
import { type SimilarTerm, similarTerms } from "./similar-terms.ts";

/** Beyond this size a term that more than a fifth of all passages have is not read when two rarer ones are there. */
const largeTenant = 20_000;
const commonShare = 0.2;
const none: ReadonlySet<string> = new Set();

/** What a word that is spelled differently counts, by letters apart. */
const similarWeight = [1, 0.6, 0.4];

/** What words are looked for in. */
interface TermOptions {
  /** Of the tenant, as `readStatistics` reads them. */
  statistics: Statistics;
  /** False: words that no passage has are not taken for misspellings. */
  fuzzy?: boolean | undefined;
}

/**
 * Finds the passages that have the words of a query, by BM25; any text is a query.
 * @param options.only none but these.
 * @returns best first, at most `limit`; scores are comparable within one search only.
 */
export async function searchTerms(
  tx: Transaction,
  principal: Principal,
  query: Pick<SearchRequest, "text" | "history" | "expansion">,
  options: TermOptions & { limit: number; only?: ReadonlySet<number> },
): Promise<ScoredDocument[]> {
  if (options.only?.size === 0) return [];
  return bestDocuments(await scoreTerms(tx, principal, query, options), options);
}

/** The scores by BM25 of all passages that have any of the words of a query, as `bestDocuments` takes them. */
export async function scoreTerms(
  tx: Transaction,
  principal: Principal,
  query: Pick<SearchRequest, "text" | "history" | "expansion">,
  options: TermOptions,
): Promise<ReadonlyMap<number, Float64Array>> {
  const { documents, tokens, languages } = options.statistics;
  if (documents === 0) return new Map();
  const words = queryWords(query, languages);
  const common = documents > largeTenant ? await commonTerms(tx, principal, { words, documents }) : none;
  const wanted = words.filter(({ terms }) => !terms.every((term) => common.has(term)));
  const lists = await readPostings(tx, principal, {
    field: "text",
    terms: [...new Set(wanted.flatMap(({ terms }) => terms))].filter((term) => !common.has(term)),
  });
  const unknown =
    options.fuzzy === false
      ? []
      : wanted.filter(({ terms }) => !terms.some((term) => lists.has(term) || common.has(term)));
  const similar = await readSimilar(tx, principal, { unknown, lists });
  const scored = wanted.map((word) => scoredWord(word, { lists, similar }));
  return bm25(scored, { documents, tokens });
}

/** The terms that so many passages have that reading their lists would cost more than it tells; none without two rarer ones. */
async function commonTerms(
  tx: Transaction,
  principal: Principal,
  { words, documents }: { words: readonly QueryWord[]; documents: number },
): Promise<ReadonlySet<string>> {
  const terms = [...new Set(words.flatMap((word) => word.terms))];
  const counts = await countDocuments(tx, principal, { field: "text", terms });
  const isCommon = (term: string) => (counts.get(term) ?? 0) > documents * commonShare;
  const rarer = words.filter(
    (word) => word.own && word.terms.some((term) => counts.has(term) && !isCommon(term)),
  );
  return rarer.length >= 2 ? new Set(terms.filter(isCommon)) : none;
}

/** What the unknown words may mean, whose posting lists are added to those that were read. */
async function readSimilar(
  tx: Transaction,
  principal: Principal,
  { unknown, lists }: { unknown: readonly QueryWord[]; lists: Map<string, PostingList> },
): Promise<Map<string, SimilarTerm[]>> {
  if (unknown.length === 0) return new Map();
  const similar = await similarTerms(tx, principal, [...new Set(unknown.flatMap(({ terms }) => terms))]);
  const terms = [...new Set([...similar.values()].flat().map(({ term }) => term))].filter(
    (term) => !lists.has(term),
  );
  for (const [term, list] of await readPostings(tx, principal, { field: "text", terms }))
    lists.set(term, list);
  return similar;
}

function scoredWord(
  { terms, weight }: QueryWord,
  known: { lists: ReadonlyMap<string, PostingList>; similar: ReadonlyMap<string, SimilarTerm[]> },
): ScoredWord {
  const exact = terms.flatMap((term) => known.lists.get(term) ?? []).map((list) => ({ ...list, weight: 1 }));
  if (exact.length > 0) return { weight, alternatives: exact };
  const meant = new Map<string, PostingList & { weight: number }>();
  for (const { term, distance } of terms.flatMap((term) => known.similar.get(term) ?? [])) {
    const list = known.lists.get(term);
    const counted = Math.max(similarWeight[distance] ?? 0, meant.get(term)?.weight ?? 0);
    if (list) meant.set(term, { ...list, weight: counted });
  }
  // A rare misspelling among the passages must not count more than the word that it stands for.
  const df = Math.max(0, ...[...meant.values()].map((list) => list.df));
  return { weight, alternatives: [...meant.values()].map((list) => ({ ...list, df })) };
}
