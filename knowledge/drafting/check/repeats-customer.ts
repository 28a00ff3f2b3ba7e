import type { Evidence } from "./evidence.ts";

/** Fewer are said by chance, or to name what is spoken of. */
const wordsInARow = 7;

/**
 * Whether a sentence says so many words in a row as the customer wrote them. It tells the customer nothing, and may be what somebody put
 * into the message to have it said.
 */
export function repeatsCustomer(sentence: string, evidence: readonly Evidence[]): boolean {
  const said = wordsOf(sentence);
  if (said.length < wordsInARow) return false;
  const theirs = evidence
    .filter(({ isCustomers }) => isCustomers)
    .map(({ text }) => ` ${wordsOf(text).join(" ")} `);
  return said.some(
    (_, from) =>
      from + wordsInARow <= said.length &&
      theirs.some((text) => text.includes(` ${said.slice(from, from + wordsInARow).join(" ")} `)),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
