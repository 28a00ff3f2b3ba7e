import { stemmer } from "@orama/stemmers/english";
import { stopwords } from "@orama/stopwords/english";

/** With the pieces of "don't" and "they've", which are words of their own below. */
const stopWords = new Set([...stopwords, ...stopwords.flatMap((word) => word.split("'"))]);

/** Lower-case words without stop words, stemmed: the textbook's analysis, kept apart from the product's so that both can be wrong alone. */
export function referenceTokens(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word)).map((word) => stemmer(word));
}
