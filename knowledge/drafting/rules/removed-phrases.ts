const mostPhrases = 3;
/** Fewer are how the language works, not how somebody writes. */
const fewestWords = 3;
const mostWords = 10;

/** The sentences of a text, each on one line. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence !== "");
}

/**
 * Phrases of 3 to 10 words that a person took out of a text and left out, in small letters: whole sentences, and runs of words out of
 * sentences whose rest stayed as it was; what was said otherwise teaches nothing. What holds figures, placeholders or one of these names
 * belonged to that one draft.
 */
export function removedPhrases(before: string, after: string, names: readonly (string | null)[]): string[] {
  const now = sentencesOf(after).map(wordsOf);
  const left = ` ${wordsOf(after).join(" ")} `;
  const known = new Set(names.flatMap((name) => (name === null ? [] : wordsOf(name))));
  const phrases = sentencesOf(before).flatMap((sentence) => {
    if (/[\p{N}[\]{}@]/u.test(sentence)) return [];
    const words = wordsOf(sentence);
    const nearest = now
      .map((other) => ({ other, shared: common(words, other) }))
      .toSorted((a, b) => b.shared.length - a.shared.length)[0];
    if (nearest === undefined || nearest.shared.length * 2 < words.length) return [words];
    const onlyCut = nearest.shared.length === nearest.other.length;
    return onlyCut ? runsWithout(words, nearest.shared) : [];
  });
  const fit = phrases
    .filter((words) => words.length >= fewestWords && words.length <= mostWords)
    .filter((words) => !words.some((word) => known.has(word)))
    .map((words) => words.join(" "))
    .filter((phrase) => !left.includes(` ${phrase} `));
  return [...new Set(fit)].slice(0, mostPhrases);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The places in `a` of a longest common subsequence with `b`. */
function common(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      places.push(i);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}

/** Runs of words that stand at none of these places. */
function runsWithout(words: readonly string[], places: readonly number[]): string[][] {
  const kept = new Set(places);
  const runs: string[][] = [];
  let run: string[] = [];
  for (const [index, word] of words.entries()) {
    if (kept.has(index)) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push(word);
  }
  return run.length > 0 ? [...runs, run] : runs;
}
