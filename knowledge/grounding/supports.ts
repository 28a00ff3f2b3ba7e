import { analyse, detectLanguage } from "../retrieval/lexical/analyse.ts";
import type { Language } from "../retrieval/lexical/language.ts";
import { coverageOf } from "./coverage.ts";
import { figuresOf, missingFigure } from "./figures.ts";
import { missingName } from "./names.ts";
import { changedMeaning, isNegated } from "./polarity.ts";
import { misquotation, withoutQuotations } from "./quotations.ts";
import { sentencesOf } from "./sentences.ts";

export interface Support {
  supported: boolean;
  /** Why not, for logs; names what is missing and so may repeat the sentence. */
  reason?: string;
  /** Share (0–1) of the sentence's content words that stand close together in the evidence. */
  coverage: number;
}

/** A rewording may bring in one word of five. */
const leastCoverage = 0.8;

/**
 * Whether a text is evidence for a sentence, judged by form and so on the safe side: every quotation, number, date, code and
 * name of the sentence stands in the text, four fifths of its content words do so within three neighbouring sentences,
 * in much the same order, and neither negation, doubt nor question was lost or added. True rewordings may be turned down;
 * what is supported says little that the text does not. It cannot tell who "they" are, nor that the text itself is wrong.
 */
export function supports(sentence: string, evidence: string): Support {
  const [claim, text] = [sentence.normalize("NFKC"), evidence.normalize("NFKC")];
  const language = detectLanguage(text);
  const told = withoutQuotations(claim);
  const own = { text: told, tokens: tokensOf(told, language) };
  const { coverage, window } = coverageOf(own.tokens, text, language);
  const quoted = told !== claim;
  const reason =
    misquotation(claim, text) ??
    missingFigure(figuresOf(told), figuresOf(text)) ??
    missingName(told, { text, window, language }) ??
    (quoted && isNegated(told) ? "it denies what it quotes" : undefined) ??
    (coverage < leastCoverage ? "too few of its words stand together in the evidence" : undefined) ??
    (quoted ? undefined : changedMeaning({ claim: told, evidence: window, language })) ??
    (own.tokens.length === 0 && !quoted ? "it says nothing that could be checked" : undefined);
  return reason === undefined ? { supported: true, coverage } : { supported: false, reason, coverage };
}

/** Content words but numbers, units of money and words that only say that somebody spoke. */
function tokensOf(text: string, language: Language): string[] {
  const plain = sentencesOf(text).join(" ").replace(reporting, " ");
  // Numbers and dates are compared as such.
  return analyse(plain, language).tokens.filter((token) => !/^\d/.test(token));
}

const reporting =
  /\b(?:wrote|writes|said|says|noted|notes|told|mentioned|mentions|according|stated|states|message|email|article|call|note|contact|customer|ask|asks|asked|dollars?|euros?|pounds?|percent|usd|eur|gbp)\b/giu;
