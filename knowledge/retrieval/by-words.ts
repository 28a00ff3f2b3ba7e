import type { Principal } from "#core/principal.ts";
import type { SearchRequest } from "#core/retrieval.ts";
import type { Transaction } from "../db/database.ts";
import { searchTerms } from "./lexical/search-terms.ts";
import { matchNames } from "./names/match-names.ts";
import type { Ways } from "./ways.ts";

export interface WordSearch {
  request: SearchRequest;
  /** Only these passages. */
  only?: ReadonlySet<number>;
  limit: number;
  ways: Ways;
}

/** What the words find, and what the names that are mentioned lead to; each best first. */
export async function searchByWords(
  tx: Transaction,
  principal: Principal,
  { request, only, limit, ways }: WordSearch,
): Promise<{ lexical: number[]; name: number[] }> {
  const options = { limit, fuzzy: ways.fuzzy };
  const lexical =
    ways.lexical === false ? [] : await searchTerms(tx, principal, request, { ...options, only });
  const name = ways.name === false ? [] : await byNames(tx, principal, { request, only, limit, ways });
  return { lexical: lexical.map(({ no }) => no), name };
}

/** Passages of the names that a text mentions: of the best match first, among them those that fit the words best. */
async function byNames(
  tx: Transaction,
  principal: Principal,
  { request, only, limit, ways }: WordSearch,
): Promise<number[]> {
  const mentioned = await matchNames(tx, principal, { text: request.text, history: request.history });
  const similarity = new Map<number, number>();
  for (const match of mentioned) {
    for (const no of match.passages) {
      if (only && !only.has(no)) continue;
      similarity.set(no, Math.max(similarity.get(no) ?? 0, match.similarity));
    }
  }
  if (similarity.size === 0) return [];
  const within = { limit, fuzzy: ways.fuzzy, only: new Set(similarity.keys()) };
  const worded = await searchTerms(tx, principal, request, within);
  const score = new Map(worded.map(({ no, score }) => [no, score]));
  const best = Math.max(...score.values(), 1e-9);
  // A name that fits well counts as much as the words that fit best.
  const value = (no: number) => (similarity.get(no) ?? 0) + (score.get(no) ?? 0) / best;
  return [...similarity.keys()].sort((a, b) => value(b) - value(a) || a - b).slice(0, limit);
}
