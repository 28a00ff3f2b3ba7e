import type { Principal } from "#core/principal.ts";
import type { SearchRequest } from "#core/retrieval.ts";
import type { Transaction } from "../db/database.ts";
import { bestDocuments, type ScoredDocument } from "./lexical/best-documents.ts";
import type { Statistics } from "./lexical/read-statistics.ts";
import { scoreTerms } from "./lexical/search-terms.ts";
import { foldText, tokenise } from "./lexical/tokenise.ts";
import { matchNames, type NameMatch } from "./names/match-names.ts";
import type { Ways } from "./ways.ts";

/** What a text's words say of all passages, whatever they are looked for in. */
export interface WordScores {
  /** By BM25, as `bestDocuments` takes them. */
  scores: ReadonlyMap<number, Float64Array>;
  /** Names that were meant but not said as they are written, surest first. */
  meant: readonly NameMatch[];
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
 * Scores passages by words. Names that a text mentions misspelled, or that were mentioned before it, are looked for as they are
 * written: "the avalan" finds what is said of the Avalon Hotel.
 */
export async function scoreWords(
  tx: Transaction,
  principal: Principal,
  { request, statistics, ways }: { request: TextToFind; statistics: Statistics; ways: Ways },
): Promise<WordScores> {
  const meant = ways.name === false ? [] : await unsaidNames(tx, principal, request, statistics);
  const expansion = [
    ...(request.expansion ?? []),
    ...meant.map(({ name, similarity }, place) => ({
      term: name,
      weight: Math.min(1, (nameEmphasis * similarity) / (place + 1)),
    })),
  ];
  const scores =
    ways.lexical === false
      ? new Map()
      : await scoreTerms(tx, principal, { ...request, expansion }, { statistics, fuzzy: ways.fuzzy });
  return { scores, meant };
}

/** The best by words, of all passages or only of some. */
export function bestByWords(
  { scores, meant }: WordScores,
  { limit, only }: { limit: number; only: ReadonlySet<number> | undefined },
): WordMatches {
  const lexical = bestDocuments(scores, only ? { limit, only } : { limit });
  return { lexical, named: passagesOf(meant, only) };
}

type TextToFind = Pick<SearchRequest, "text" | "history" | "expansion">;

/** What the text itself says as it is written needs no help. A name is folded, so the text is too: "Müller & Söhne" says "muller and sohne". */
async function unsaidNames(
  tx: Transaction,
  principal: Principal,
  { text, history }: TextToFind,
  { names: count }: Statistics,
): Promise<NameMatch[]> {
  const said = new Set([...tokenise(text), ...foldText(text.replaceAll("&", " and ")).split(" ")]);
  const names = await matchNames(tx, principal, { text, history, names: count });
  return names.filter(({ name }) => name.split(" ").some((word) => !said.has(word)));
}

function passagesOf(names: readonly NameMatch[], only: ReadonlySet<number> | undefined): Map<number, number> {
  const named = new Map<number, number>();
  for (const { similarity, passages } of names) {
    for (const no of passages) {
      if (!only || only.has(no)) named.set(no, Math.max(named.get(no) ?? 0, similarity));
    }
  }
  return named;
}
