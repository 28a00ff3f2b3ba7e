import { sentencesOf } from "../../grounding/sentences.ts";
import { redact } from "../../privacy/redact.ts";
import { detectLanguage } from "../../retrieval/lexical/analyse.ts";
import type { Language } from "../../retrieval/lexical/language.ts";
import { termsOf } from "../../retrieval/lexical/term-of.ts";
import { isAside, isMomentary } from "../write/asides.ts";
import type { PastReply } from "./past-reply.ts";
import { withoutFigures } from "./without-figures.ts";

/** So many companies must have been told a word, or two words in a row, before they count as the team's own way to speak. */
const fewestCompanies = 2;

/** A past reply's sentences that may serve another contact. */
export interface ShareableReply {
  reply: PastReply;
  sentences: string[];
}

/**
 * What may be shown of replies to other contacts. A sentence passes only if nothing personal was found in it, it holds no number, code or
 * unknown name (amounts and dates become placeholders), speaks of no deed or moment of its thread, and consists of words, and of pairs
 * of words in a row, that contacts of at least two companies were told, or that `known` (the articles) holds: what only one was told
 * never leaves, nor what can be made of words that several were told. What customers write must not be in `known`: whoever names a
 * secret would get it told.
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
  if (/[@/\\<>[\]{}]/.test(line)) return undefined;
  const plain = withoutFigures(line);
  const words = plain === undefined ? undefined : withoutPlaceholders(plain);
  if (plain === undefined || words === undefined || /\d/.test(words)) return undefined;
  const { terms, stems } = termsIn(words, language);
  // Each word may be told to many, and what they say together to one.
  if (![...terms, ...pairsOf(stems)].every((term) => common.has(term))) return undefined;
  if (!namesIn(words).every((name) => names.has(name))) return undefined;
  // Looking for personal data takes longest, and few sentences come this far.
  const { found } = redact(line, { known: reply.private, except: ["url"] });
  return found.length === 0 ? plain : undefined;
}

/** Terms and pairs of words that enough companies were told, or that stand in what is known anyway. */
function commonTerms(
  replies: readonly PastReply[],
  known: readonly string[],
  language: Language,
): Set<string> {
  const told = new Map<string, Set<string>>();
  for (const { contactId, company, text } of replies) {
    // What colleagues were told is known to one company alone.
    const whom = company?.trim().toLowerCase() || contactId;
    for (const term of termsOfText(text, language)) told.set(term, (told.get(term) ?? new Set()).add(whom));
  }
  const common = [...told].filter(([, whom]) => whom.size >= fewestCompanies).map(([term]) => term);
  return new Set([...common, ...known.flatMap((text) => termsOfText(text, language))]);
}

function termsOfText(text: string, language: Language): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const line = sentence.replace(/\s+/g, " ").trim();
    const { terms, stems } = termsIn(withoutPlaceholders(withoutFigures(line) ?? line), language);
    return [...terms, ...pairsOf(stems), ...pairsOverOne(stems)];
  });
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\[confirm: \w+\]/g, " ");
}

/** Stop words that turn what is said around. */
const negations =
  /^(?:not|no|never|none|\p{L}+n['’]t|nicht|kein\p{L}*|nie|ne|pas|jamais|nunca|sin|without|ohne|sans)$/u;

/** The terms of a sentence, and the same in order with what denies them. */
function termsIn(sentence: string, language: Language): { terms: string[]; stems: string[] } {
  const words = wordsOf(sentence.toLowerCase()).map((word) => ({ word, terms: termsOf(word, language) }));
  return {
    terms: words.flatMap(({ terms }) => terms),
    stems: words.flatMap(({ word, terms }) => (negations.test(word) ? [word] : terms.slice(0, 1))),
  };
}

function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`);
}

/** "Training always included" has "training included" too, but "training not included" has not. */
function pairsOverOne(stems: readonly string[]): string[] {
  return stems
    .slice(2)
    .flatMap((stem, at) => (negations.test(stems[at + 1] ?? "") ? [] : [`${stems[at]} ${stem}`]));
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
