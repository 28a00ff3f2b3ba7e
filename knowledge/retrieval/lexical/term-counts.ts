import { analyse } from "./analyse.ts";
import type { Language } from "./language.ts";

/** A passage's words, and those that it is read with. */
export interface TextInContext {
  text: string;
  /** What was said before and after, who takes part, a title. */
  context: readonly string[];
  /** How often a word of the text counts for one of the context: 1 for an article and its title, 2 for a message among others. */
  ownWeight?: number;
}

/**
 * Counts the terms that a passage is found by: each term of the context counts once, however often it occurs there. The length is the
 * sum of all counts.
 */
export function termCounts({ text, context, ownWeight = 2 }: TextInContext): {
  terms: Map<string, number>;
  length: number;
  language: Language;
} {
  const { language, tokens } = analysed(text);
  const around = new Set(context.flatMap((other) => analysed(other).tokens));
  const weight = around.size > 0 ? ownWeight : 1;
  const terms = new Map<string, number>();
  for (const term of tokens) terms.set(term, (terms.get(term) ?? 0) + weight);
  for (const term of around) terms.set(term, (terms.get(term) ?? 0) + 1);
  let length = 0;
  for (const count of terms.values()) length += count;
  return { terms, length, language };
}

/** A message is met four times: by itself, and as a neighbour of the one before and the two after it. */
const remembered = new Map<string, ReturnType<typeof analyse>>();
const mostRemembered = 64;
const longestRemembered = 4_000;

function analysed(text: string): ReturnType<typeof analyse> {
  const known = remembered.get(text);
  if (known) return known;
  const made = analyse(text);
  if (text.length > longestRemembered) return made;
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, made);
  return made;
}
