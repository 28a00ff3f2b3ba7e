import { analyse } from "./analyse.ts";
import type { Language } from "./language.ts";

/** How often a passage's own word counts for one of its context. */
const ownWeight = 2;

/**
 * Counts the terms that a passage is found by. With a context (what was said before, a title) its own words count twice and
 * each term of the context once, however often it occurs there. The length is the sum of all counts.
 */
export function termCounts({ text, context }: { text: string; context: readonly string[] }): {
  terms: Map<string, number>;
  length: number;
  language: Language;
} {
  const { language, tokens } = analyse(text);
  const around = new Set(context.flatMap((other) => analyse(other).tokens));
  const weight = around.size > 0 ? ownWeight : 1;
  const terms = new Map<string, number>();
  for (const term of tokens) terms.set(term, (terms.get(term) ?? 0) + weight);
  for (const term of around) terms.set(term, (terms.get(term) ?? 0) + 1);
  let length = 0;
  for (const count of terms.values()) length += count;
  return { terms, length, language };
}
