import { analyse } from "../retrieval/lexical/analyse.ts";
import type { Language } from "../retrieval/lexical/language.ts";
import { clausesOf, sentencesOf } from "./sentences.ts";

const negation =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unable|refuse[sd]?|fail(?:s|ed)?|lacks?|\p{L}+n['’]t|nicht|kein\p{L}*|nie|niemals|ohne|pas|jamais|aucun\p{L}*|sans|nunca|jamás|sin|niet|geen|nooit|não|sem|non|senza)\b/giu;
const notNegation = /\b(?:not only|no later than|no matter|no doubt|no problem)\b/giu;
/** May with a small letter: the month has a capital. */
const doubt =
  /\b(?:[Ii]f|[Uu]nless|[Mm]ight|may|[Mm]aybe|[Pp]erhaps|[Pp]ossibly|[Ww]hether|[Dd]oubts?|[Hh]opes?|[Hh]oping|[Cc]onsider(?:s|ed|ing)?|[Uu]nsure|[Uu]ndecided|[Pp]robably|[Ll]ikely|[Cc]ould|[Ff]alls|[Vv]ielleicht|[Pp]eut-être|[Qq]uizás|[Tt]al vez|[Mm]isschien|[Tt]alvez|[Ff]orse)\b/u;
const asking =
  /\b(?:ask(?:s|ed|ing)?|question(?:s|ed)?|wonder(?:s|ed|ing)?|whether|inquir\p{L}+|enquir\p{L}+|want(?:s|ed)?|request(?:s|ed|ing)?|would like|wish(?:es|ed)?|if|frag\p{L}*|demand\p{L}*|pregunt\p{L}*|vraag\p{L}*)\b/iu;

interface Pair {
  claim: string;
  evidence: string;
  language: Language;
}

/** How a claim turns the meaning of the sentences it rests on: a negation, doubt or question lost or added; undefined if it does not. */
export function changedMeaning({ claim, evidence, language }: Pair): string | undefined {
  const clauses = sentencesOf(evidence).flatMap((sentence) =>
    clausesOf(sentence).map((text) => ({ text, sentence, words: new Set(analyse(text, language).tokens) })),
  );
  for (const part of clausesOf(claim)) {
    const tokens = analyse(part, language).tokens;
    const overlap = (words: ReadonlySet<string>) => tokens.filter((token) => words.has(token)).length;
    const most = Math.max(0, ...clauses.map(({ words }) => overlap(words)));
    if (most === 0) continue;
    const closest = clauses.filter(({ words }) => overlap(words) === most);
    if (!closest.some(({ text }) => isNegated(text) === isNegated(part))) return "a negation";
    if (!closest.some(({ sentence }) => !sentence.endsWith("?") || asking.test(claim))) return "a question";
    if (!closest.some(({ sentence }) => !doubt.test(sentence) || doubt.test(claim))) return "a doubt";
  }
  return undefined;
}

/** Whether a text denies something, as far as small words tell; two denials make none. */
export function isNegated(text: string): boolean {
  return (text.replace(notNegation, " ").match(negation)?.length ?? 0) % 2 === 1;
}
