import { streamSafe } from "#core/stream-safe.ts";
import { sentencesOf } from "../grounding/sentences.ts";
import { encodedTexts } from "./encoded-text.ts";
import { holdsHiddenCharacters, withoutHiddenCharacters } from "./hidden-characters.ts";
import { injectionPatterns } from "./patterns.ts";
import { sentenceKinds } from "./sentence-kinds.ts";
import { unwrapped } from "./unwrap-lines.ts";

/** How much a text looks as if it were meant for an assistant and not for a person. */
export interface InjectionSignal {
  /** 0–1; no chance, but higher is more likely. From `flaggedFrom` on a person should look. */
  score: number;
  /** What speaks for it, for a person to read. */
  reasons: string[];
}

/** The score from which a text is marked for review. */
export const flaggedFrom = 0.5;

const longestText = 60_000;
const mostSentences = 400;
/** How much the classifier's word counts, beside patterns: plain tasks and requests raise a score, but mark nothing alone. */
const attackWeight = 0.75;
const actionWeight = 0.4;
const taskWeight = 0.3;

/**
 * Signs of injected instructions in a text: patterns, hidden and encoded text, and a small classifier of sentences, joined as
 * independent hints, 1 − Π(1 − weight). It marks texts for review and protects nothing: whoever words an order as a plain request
 * is not found (docs/security.md).
 */
export function injectionSignal(text: string): InjectionSignal {
  const given = text.slice(0, longestText);
  const seen = withoutHiddenCharacters(streamSafe(given)).normalize("NFKC");
  const hints = new Map<string, number>();
  const add = (reason: string, weight: number) => hints.set(reason, Math.max(hints.get(reason) ?? 0, weight));
  for (const { reason, weight, found } of injectionPatterns) if (found.test(seen)) add(reason, weight);
  if (holdsHiddenCharacters(given)) add("holds characters that cannot be seen", 0.6);
  if (encodedTexts(seen).length > 0) add("holds encoded text", 0.6);
  for (const sentence of sentencesOf(unwrapped(seen)).slice(0, mostSentences)) {
    const { attack, action, task } = sentenceKinds(sentence);
    add("reads like an order to an assistant", attackWeight * attack ** 2);
    add("wants something done with accounts or devices", actionWeight * action);
    add("sets a task that is no business of the mail", taskWeight * task);
  }
  const score = 1 - [...hints.values()].reduce((rest, weight) => rest * (1 - weight), 1);
  const told = [...hints].filter(([, weight]) => weight >= 0.2).sort(([, a], [, b]) => b - a);
  return { score, reasons: told.map(([reason]) => reason) };
}
