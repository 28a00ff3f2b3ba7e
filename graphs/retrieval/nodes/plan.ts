import type { PlannedSearch, RetrievalState, RetrievalUpdate } from "../state.ts";

/** The question as it was asked counts most: what it is understood as may be wrong. */
const questionWeight = 1;
/** What all parts of a round count together. */
export const partsWeight = 0.6;

const mostParts = 4;

/** The first round: the question itself, as it stands alone, and its parts. */
export function plan({ question, understood }: RetrievalState): RetrievalUpdate {
  const parts = distinct([understood.standalone, ...understood.queries], [question.text]).slice(0, mostParts);
  const limit = searchLimit(question.limit, 1);
  return {
    plan: [
      { text: question.text, weight: questionWeight, round: 1, limit },
      ...parts.map((text): PlannedSearch => ({ text, weight: partsWeight / parts.length, round: 1, limit })),
    ],
  };
}

/** Passages asked of each search: more than wanted, for fusing, and more each round. */
export function searchLimit(wanted: number, round: number): number {
  return Math.min(200, Math.max(30, 2 * wanted) * round);
}

/** The texts that were not searched yet, each once; case and space do not count. */
export function distinct(texts: readonly string[], done: readonly string[]): string[] {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const seen = new Set(["", ...done.map(plain)]);
  return texts.filter((text) => {
    const key = plain(text);
    return !seen.has(key) && seen.add(key);
  });
}
