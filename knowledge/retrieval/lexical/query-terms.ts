import type { SearchRequest } from "#core/retrieval.ts";
import { detectLanguage } from "./analyse.ts";
import type { Language } from "./language.ts";
import { termOf } from "./term-of.ts";
import { tokenise } from "./tokenise.ts";

/** A word to look for. */
export interface QueryWord {
  /** Folded, as it was said. */
  word: string;
  /** What it is indexed under in each language, its own first; any of them counts. */
  terms: string[];
  /** Against a word that the text says once. */
  weight: number;
  /** From the text itself, neither its history nor an expansion. */
  own: boolean;
}

/** What a word of the last turn of the history weighs, and what each turn before it weighs against the next. */
const historyWeight = 0.3;
const historyDecay = 0.8;
const turnsRead = 12;

/** A further term may be what the question is about, such as a name that was misheard. */
const mostExpansion = 1;

/** More words than this cost time and find nothing more. */
const mostWords = 192;
const longestText = 20_000;

/** The words that a search looks for, the text's first. */
export function queryWords(
  query: Pick<SearchRequest, "text" | "history" | "expansion">,
  tenantLanguages: readonly Language[],
): QueryWord[] {
  const text = query.text.slice(0, longestText);
  const own = detectLanguage(text);
  const languages = [...new Set([own, ...tenantLanguages])];
  const words = new Map<string, QueryWord>();
  const add = (source: string, weight: number, from: { own: boolean; language: Language }) => {
    for (const said of tokenise(source)) {
      const first = termOf(said, from.language);
      if (first === null) continue;
      const known = words.get(first);
      if (known) known.weight += weight;
      else words.set(first, { word: said, terms: termsOf(said, first, languages), weight, own: from.own });
    }
  };
  add(text, 1, { own: true, language: own });
  (query.history ?? []).slice(-turnsRead).forEach((turn, i, { length }) => {
    const weight = historyWeight * historyDecay ** (length - 1 - i);
    const said = turn.slice(0, longestText / turnsRead);
    add(said, weight, { own: false, language: detectLanguage(said) });
  });
  const expanded = expansionWeights(query.expansion ?? [], own);
  for (const [said, weight] of expanded) {
    const known = words.get(termOf(said, own) ?? said);
    if (known) known.weight = Math.max(known.weight, weight);
    else add(said, weight, { own: false, language: own });
  }
  return [...words.values()]
    .sort((a, b) => Number(b.own) - Number(a.own) || b.weight - a.weight)
    .slice(0, mostWords);
}

function termsOf(word: string, first: string, languages: readonly Language[]): string[] {
  const others = languages.map((language) => termOf(word, language)).filter((term) => term !== null);
  return [...new Set([first, ...others])];
}

/** The words of all further terms, each at its best weight. */
function expansionWeights(expansion: NonNullable<SearchRequest["expansion"]>, language: Language) {
  const weights = new Map<string, number>();
  for (const { term, weight } of expansion) {
    if (!(weight > 0)) continue;
    for (const said of tokenise(term.slice(0, 1_000))) {
      if (termOf(said, language) !== null)
        weights.set(said, Math.max(weights.get(said) ?? 0, Math.min(weight, mostExpansion)));
    }
  }
  return weights;
}
