import type { Principal } from "#core/principal.ts";
import type { SearchRequest } from "#core/retrieval.ts";
import type { Transaction } from "../db/database.ts";
import type { ScoredDocument } from "./lexical/best-documents.ts";
import type { Statistics } from "./lexical/read-statistics.ts";
import { searchTerms } from "./lexical/search-terms.ts";
import { foldText, tokenise } from "./lexical/tokenise.ts";
import { matchNames, type NameMatch } from "./names/match-names.ts";
import type { Ways } from "./ways.ts";

export interface WordSearch {
  request: SearchRequest;
  statistics: Statistics;
  /** Only these passages. */
  only?: ReadonlySet<number>;
  limit: number;
  ways: Ways;
}

export interface WordMatches {
  /** By BM25, best first. */
  lexical: ScoredDocument[];
  /** Passages of names that were meant but not said as they are written, with how surely they were meant (0–1). */
  named: Map<number, number>;
}

/** How many times over the surest name would be looked for, if a word could count more than once: the second and third count in full too. */
const nameEmphasis = 3;

/**
 * Finds passages by words. Names that a text mentions misspelled, or that were mentioned before it, are looked for as they are
 * written: "the avalan" finds what is said of the Avalon Hotel.
 */
export async function searchByWords(
  tx: Transaction,
  principal: Principal,
  { request, statistics, only, limit, ways }: WordSearch,
): Promise<WordMatches> {
  const meant = ways.name === false ? [] : await unsaidNames(tx, principal, request, statistics);
  const expansion = [
    ...(request.expansion ?? []),
    ...meant.map(({ name, similarity }, place) => ({
      term: name,
      weight: Math.min(1, (nameEmphasis * similarity) / (place + 1)),
    })),
  ];
  const options = { statistics, limit, fuzzy: ways.fuzzy, only };
  const lexical =
    ways.lexical === false ? [] : await searchTerms(tx, principal, { ...request, expansion }, options);
  return { lexical, named: passagesOf(meant, only) };
}

/** What the text itself says as it is written needs no help. A name is folded, so the text is too: "Müller & Söhne" says "muller and sohne". */
async function unsaidNames(
  tx: Transaction,
  principal: Principal,
  { text, history }: SearchRequest,
  { names: count }: Statistics,
): Promise<NameMatch[]> {
  const said = new Set([...tokenise(text), ...foldText(text.replaceAll("&", " and ")).split(" ")]);
  const names = await matchNames(tx, principal, { text, history, names: count });
  return names.filter(({ name }) => name.split(" ").some((word) => !said.has(word)));
}

function passagesOf(names: readonly NameMatch[], only?: ReadonlySet<number>): Map<number, number> {
  const named = new Map<number, number>();
  for (const { similarity, passages } of names) {
    for (const no of passages) {
      if (!only || only.has(no)) named.set(no, Math.max(named.get(no) ?? 0, similarity));
    }
  }
  return named;
}
