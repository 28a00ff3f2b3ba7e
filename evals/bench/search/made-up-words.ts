/** Draws words as a language does: few are frequent, most are rare. */
export interface Vocabulary {
  /** By rank, the most frequent first; the first 40 are English function words. */
  words: readonly string[];
  draw(): string;
}

const size = 20_000;
const functionWords =
  "the and to of a in is it you that for on with we are this be have as at our or from not was can will by your if but an so they all has what one when".split(
    " ",
  );
const onsets = "b c d f g h k l m n p r s t v w br cl dr fl gr pl sh st th tr".split(" ");
const vowels = "a e i o u ai ea oo".split(" ");
const codas = ["", "n", "r", "s", "l", "t", "m", "nd", "rk"];

/** Made-up words whose frequencies fall as 1 / (rank + 2.7). Source: Zipf's law in Mandelbrot's form, 1953. */
export function madeUpVocabulary(random: () => number): Vocabulary {
  const pick = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? "";
  const syllable = () => pick(onsets) + pick(vowels) + pick(codas);
  const made = new Set(functionWords);
  while (made.size < size) made.add(Array.from({ length: 2 + Math.floor(random() * 2) }, syllable).join(""));
  const words = [...made];
  const sums = new Float64Array(size);
  for (let rank = 0, sum = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  const total = sums[size - 1] ?? 1;
  return { words, draw: () => words[firstAtLeast(sums, random() * total)] ?? "" };
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
