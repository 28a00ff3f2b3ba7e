/** Characters (UTF-16 units) of a part at most. */
export const partLength = 1_200;

const overlapLength = 200;
/** What a passage's `part` can count. */
const partLimit = 32_767;

// A fixed locale: parts must be the same on every machine.
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Splits a text at sentence ends into parts of 1,200 characters at most; each begins with the last sentence of the one
 * before, if that has at most 200. A longer sentence is cut at word ends, a longer word between characters.
 * Past 32,767 parts (about 39 MB) the rest is left out.
 */
export function splitText(text: string): string[] {
  if (text.length <= partLength) return text.trim() ? [text] : [];
  const parts: string[] = [];
  let part = "";
  let last = "";
  for (const piece of pieces(text)) {
    if (part.length + piece.length > partLength) {
      parts.push(part.trim());
      const fits = last.length <= overlapLength && last.length + piece.length <= partLength;
      part = fits && last.length < part.length ? last : "";
    }
    part += piece;
    last = piece;
  }
  parts.push(part.trim());
  return parts.filter(Boolean).slice(0, partLimit);
}

/** Sentences, and the pieces of those that are too long. */
function* pieces(text: string): Generator<string> {
  for (const { segment } of sentences.segment(text)) {
    if (segment.length <= partLength) yield segment;
    else yield* cutAtWords(segment);
  }
}

function* cutAtWords(sentence: string): Generator<string> {
  let piece = "";
  for (const { segment } of words.segment(sentence)) {
    for (const bit of segment.length <= partLength ? [segment] : cutAnywhere(segment)) {
      if (piece.length + bit.length > partLength) {
        yield piece;
        piece = "";
      }
      piece += bit;
    }
  }
  if (piece) yield piece;
}

function* cutAnywhere(word: string): Generator<string> {
  for (let start = 0; start < word.length; ) {
    let end = Math.min(start + partLength, word.length);
    // Not between the halves of a surrogate pair.
    if (/[\udc00-\udfff]/.test(word.charAt(end))) end--;
    yield word.slice(start, end);
    start = end;
  }
}
