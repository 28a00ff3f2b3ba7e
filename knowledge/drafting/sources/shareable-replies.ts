import { sentencesOf } from "../../grounding/sentences.ts";
import { redact } from "../../privacy/redact.ts";
import { analyse, detectLanguage } from "../../retrieval/lexical/analyse.ts";
import type { Language } from "../../retrieval/lexical/language.ts";
import { isAside, isMomentary } from "../write/asides.ts";
import type { PastReply } from "./past-reply.ts";
import { withoutFigures } from "./without-figures.ts";

/** So many contacts must have been told a word before it counts as the team's own way to speak. */
const fewestContacts = 2;

/** A past reply's sentences that may serve another contact. */
export interface ShareableReply {
  reply: PastReply;
  sentences: string[];
}

/**
 * What may be shown of replies to other contacts. A sentence passes only if nothing personal was found in it, it holds no number, code or
 * unknown name (amounts and dates become placeholders), speaks of no deed or moment of its thread, and consists of words that at
 * least two contacts were told, or that `known` (the articles) holds: what only one contact was told never leaves. What customers write
 * must not be in `known`: whoever names a secret would get it told.
 */
export function shareableReplies(replies: readonly PastReply[], known: readonly string[]): ShareableReply[] {
  // A word counts as the same only where it is stemmed the same way.
  const byLanguage = new Map<Language, ReadonlySet<string>>();
  const commonIn = (language: Language) => {
    const common = byLanguage.get(language) ?? commonTerms(replies, known, language);
    byLanguage.set(language, common);
    return common;
  };
  const names = new Set(known.flatMap(wordsOf));
  return replies.flatMap((reply) => {
    const language = detectLanguage(reply.text);
    const vocabulary = { common: commonIn(language), names, language };
    const sentences = sentencesOf(reply.text)
      .map((sentence) => shareable(sentence, reply, vocabulary))
      .filter((sentence) => sentence !== undefined);
    return sentences.length === 0 ? [] : [{ reply, sentences }];
  });
}

interface Vocabulary {
  common: ReadonlySet<string>;
  names: ReadonlySet<string>;
  language: Language;
}

function shareable(
  sentence: string,
  reply: PastReply,
  { common, names, language }: Vocabulary,
): string | undefined {
  const line = sentence.replace(/\s+/g, " ").trim();
  if (isAside(line) || isMomentary(line) || holdsPrivate(line, reply.private)) return undefined;
  if (redact(line, { known: reply.private, except: ["url"] }).found.length > 0 || /[@/\\<>[\]{}]/.test(line))
    return undefined;
  const plain = withoutFigures(line);
  const words = plain?.replace(/\[confirm: \w+\]/g, " ");
  if (plain === undefined || words === undefined || /\d/.test(words)) return undefined;
  const isKnown = analyse(words, language).tokens.every((term) => common.has(term));
  return isKnown && namesIn(words).every((name) => names.has(name)) ? plain : undefined;
}

/** Terms that enough contacts were told, or that stand in what is known anyway. */
function commonTerms(
  replies: readonly PastReply[],
  known: readonly string[],
  language: Language,
): Set<string> {
  const told = new Map<string, Set<string>>();
  for (const { contactId, text } of replies) {
    for (const term of analyse(text, language).tokens) {
      told.set(term, (told.get(term) ?? new Set()).add(contactId));
    }
  }
  const common = [...told].filter(([, contacts]) => contacts.size >= fewestContacts).map(([term]) => term);
  return new Set([...common, ...known.flatMap((text) => analyse(text, language).tokens)]);
}

/** Capitalised words within a sentence; its first word has a capital whatever it is, and its term is looked at like any other. */
function namesIn(sentence: string): string[] {
  return wordsOf(sentence)
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && word !== "I" && !/^I['’]/.test(word));
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
}

function holdsPrivate(sentence: string, known: readonly string[]): boolean {
  const line = sentence.toLowerCase();
  return known.some((text) => text.length >= 3 && line.includes(text.toLowerCase()));
}
