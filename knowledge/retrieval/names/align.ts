/** A text with its spaces taken out, and where its words began and ended. */
export interface Compact {
  letters: string;
  /** 1 where a word begins at a letter; one longer than the letters. */
  starts: Uint8Array;
  /** 1 where a word ended before a letter; one longer than the letters. */
  ends: Uint8Array;
}

/** Where a name was found, in letters of the compact text. */
export interface Alignment {
  /** 0–1: share of the name's letters that are there in order. */
  similarity: number;
  from: number;
  to: number;
}

/** Takes the spaces out of words. */
export function compact(words: readonly string[]): Compact {
  const letters = words.join("");
  const starts = new Uint8Array(letters.length + 1);
  const ends = new Uint8Array(letters.length + 1);
  let at = 0;
  for (const word of words) {
    starts[at] = 1;
    at += word.length;
    ends[at] = 1;
  }
  return { letters, starts, ends };
}

const vowels = Uint8Array.from({ length: 128 }, (_, code) =>
  "aeiouy".includes(String.fromCharCode(code)) ? 1 : 0,
);
/** Costs are counted in halves: one vowel for another is what is misheard most. */
const [whole, half] = [2, 1];
/** A cost and where its alignment began in one number, so that one comparison finds the cheapest. */
const step = 8_192;

/**
 * Finds whole words in a text that a name is most like: semi-global alignment (Sellers 1980), so that what stands around
 * them costs nothing, nor do the spaces.
 * @param name without spaces, 1–500 letters.
 * @param text fewer than 8,192 letters.
 */
export function align(name: string, text: Compact): Alignment {
  const { letters, starts } = text;
  const width = letters.length + 1;
  let row = Int32Array.from(starts, (start, at) => (start ? 0 : step * step) + at);
  let next = new Int32Array(width);
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i);
    next[0] = (i + 1) * whole * step;
    for (let j = 1; j < width; j++) {
      const changed = (row[j - 1] ?? 0) + changeCost(letter, letters.charCodeAt(j - 1)) * step;
      const moved = Math.min(row[j] ?? 0, next[j - 1] ?? 0) + whole * step;
      next[j] = changed < moved ? changed : moved;
    }
    [row, next] = [next, row];
  }
  return cheapestEnd(row, text, name.length);
}

function changeCost(a: number, b: number): number {
  if (a === b) return 0;
  return vowels[a] === 1 && vowels[b] === 1 ? half : whole;
}

function cheapestEnd(row: Int32Array, { ends }: Compact, length: number): Alignment {
  let to = 0;
  let least = step * step;
  for (let j = 1; j < row.length; j++) {
    const cost = row[j] ?? 0;
    if (ends[j] === 1 && cost < least) [to, least] = [j, cost];
  }
  const similarity = Math.max(0, 1 - Math.floor(least / step) / (whole * length));
  return { similarity, from: least % step, to };
}
