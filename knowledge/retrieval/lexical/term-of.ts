import { foldMarks } from "./fold-marks.ts";
import { type Language, stemmers } from "./language.ts";
import { stopWords } from "./stop-words.ts";
import { wordsOf } from "./tokenise.ts";

/** Pieces kept per language; when full, all are forgotten: cheaper than knowing which was used last. */
const mostKept = 100_000;
/** Longer pieces hardly come again. */
const longestKept = 40;

const kept = new Map<Language, Map<string, readonly string[]>>();

/** The terms of one piece of `splitText`: usually one, none for a stop word. */
export function termsOf(piece: string, language: Language): readonly string[] {
  const terms = kept.get(language)?.get(piece);
  return terms ?? keep(piece, language);
}

function keep(piece: string, language: Language): readonly string[] {
  const terms = wordsOf(piece)
    .map((word) => termOf(word, language))
    .filter((term) => term !== null);
  const known = kept.get(language) ?? new Map<string, readonly string[]>();
  if (known.size >= mostKept) known.clear();
  if (piece.length <= longestKept) known.set(piece, terms);
  kept.set(language, known);
  return terms;
}

/** The term that a word of `tokenise` is indexed under: stemmed, without accents; null for a stop word. */
export function termOf(word: string, language: Language): string | null {
  if (stopWords[language].has(word)) return null;
  const whole = word.replaceAll("'", "");
  if (language === "other" || /\d/.test(whole) || whole.length < 3) return foldMarks(whole);
  return foldMarks(stemmers[language](accented(whole, language))) || foldMarks(whole);
}

/** Chats leave accents out; where a stemmer looks for them, the usual ending gets its own back. */
function accented(word: string, language: Language): string {
  if (language === "spanish") return word.replace(/([cs])ion$/, "$1ión");
  if (language === "portuguese") return word.replace(/cao$/, "ção").replace(/coes$/, "ções");
  // As in Snowball's German2: "mueller" is "müller"; "neue", "steuer" and "quelle" are no umlauts.
  if (language === "german")
    return word
      .replace(/(?<![aeq])ue/g, "ü")
      .replace(/ae/g, "ä")
      .replace(/oe/g, "ö");
  return word;
}
