/** Cuts texts, in order, into batches that hold no more texts and characters than allowed; a longer text stands alone. */
export function splitBatches(
  texts: readonly string[],
  { maxTexts, maxCharacters }: { maxTexts: number; maxCharacters: number },
): string[][] {
  const batches: string[][] = [];
  let current: string[] = [];
  let characters = 0;
  for (const text of texts) {
    if (current.length > 0 && (current.length >= maxTexts || characters + text.length > maxCharacters)) {
      batches.push(current);
      current = [];
      characters = 0;
    }
    current.push(text);
    characters += text.length;
  }
  return current.length > 0 ? [...batches, current] : batches;
}
