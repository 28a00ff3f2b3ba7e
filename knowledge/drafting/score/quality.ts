import type { DraftSentence } from "#core/domain/draft.ts";
import type { CheckedReply } from "../check/checked-reply.ts";
import { placeholderPattern } from "../check/commitments/find-commitments.ts";
import { courtesyOf, words } from "../check/courtesy.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { readability } from "./readability.ts";

/** A reply of one line says little, one of more than this is read by nobody; characters. */
const shortest = 60;
const comfortable = 1_200;

/**
 * How good a checked reply is by criterion, each 0–1: `grounded` (share of what was to be told that a source supports), `answered`
 * (share of the questions), `certain` (1 / (1 + placeholders)), `tone` (greeting, closing and the form of address that the rules
 * want), `length` (falls outside 60–1,200 characters) and `readable` (LIX).
 */
export function qualityOf(thread: ThreadToAnswer, { sentences, questions, removed }: CheckedReply) {
  const told = sentences.filter(({ citations }) => citations.length > 0).length;
  const open = sentences.filter(({ text }) => text.match(placeholderPattern)).length;
  const all = told + open + removed.length;
  const placeholders = sentences.flatMap(({ text }) => text.match(placeholderPattern) ?? []).length;
  const text = sentences.map((sentence) => sentence.text).join("\n");
  return {
    grounded: all === 0 ? 0 : told / all,
    answered:
      questions.length === 0 ? 1 : questions.filter(({ answered }) => answered).length / questions.length,
    certain: 1 / (1 + placeholders),
    tone: toneOf(thread, sentences),
    length: lengthScore(text.length),
    readable: readability(text),
  };
}

/** .4 for a greeting, .3 for a closing, .3 for words that fit the tone that the rules want, or where none is wanted. */
function toneOf(thread: ThreadToAnswer, sentences: readonly DraftSentence[]): number {
  const known = {
    contact: new Set(words(`${thread.contact.name} ${thread.contact.firstName ?? ""}`)),
    sender: new Set(words(thread.sender.name ?? "")),
    thread: thread.answers.text,
  };
  const roles = sentences.map(({ text }) => courtesyOf(text, known));
  const tone = thread.rules.find(({ kind }) => kind === "tone")?.value;
  const text = sentences.map((sentence) => sentence.text).join(" ");
  const casual = /\b(?:hi|hey|cheers|thanks|'ll|'re|can't|don't)\b|!/i.test(text);
  const fits = tone === undefined || (tone === "casual" ? casual : tone === "formal" ? !casual : true);
  return (
    0.4 * Number(roles.includes("greeting")) + 0.3 * Number(roles.includes("closing")) + 0.3 * Number(fits)
  );
}

function lengthScore(characters: number): number {
  if (characters < shortest) return characters / shortest;
  return Math.min(1, Math.max(0, 2 - characters / comfortable));
}
