import { detectLanguage } from "../retrieval/lexical/analyse.ts";
import { stopWords } from "../retrieval/lexical/stop-words.ts";
import { foldText } from "../retrieval/lexical/tokenise.ts";
import { isCommon } from "../scoring/features/text/languages.ts";
import { ownWords } from "../scoring/features/text/own-words.ts";
import { type Tokens, tokenise } from "../scoring/features/text/tokens.ts";
import { isAutomatic } from "./automatic.ts";
import type { PassageText } from "./read-passages.ts";
import { beforeSignature } from "./signature.ts";

const shortest = 3;
const longest = 30;

/**
 * The words of a message, and its pairs of neighbouring ones, each once: no stop words of its language, numbers, addresses, or names
 * of who takes part.
 */
export function messageTerms({
  text,
  speaker,
  names,
}: Pick<PassageText, "text" | "speaker" | "names">): Set<string> {
  const terms = new Set<string>();
  if (isAutomatic({ subject: null, content: text })) return terms;
  const own = beforeSignature(ownWords(text));
  const stops = stopWords[detectLanguage(own)];
  const named = new Set([...names, ...foldText(speaker ?? "").split(" ")]);
  const tokens = tokenise(own);
  for (const sentence of tokens.sentences) addTerms(terms, tokens, { ...sentence, stops, named });
  return terms;
}

interface Stretch {
  from: number;
  to: number;
  stops: ReadonlySet<string>;
  named: ReadonlySet<string>;
}

function addTerms(terms: Set<string>, { words, breaks }: Tokens, { from, to, stops, named }: Stretch): void {
  let before: string | null = null;
  for (let at = from; at < to; at++) {
    const word = words[at] as string;
    const tells =
      word.length >= shortest &&
      word.length <= longest &&
      !word.includes("'") &&
      !isCommon(word) &&
      !stops.has(word) &&
      !named.has(foldText(word));
    if (!tells) {
      before = null;
      continue;
    }
    terms.add(word);
    if (before !== null && !breaks[at]) terms.add(`${before} ${word}`);
    before = word;
  }
}
