/** A document of a posting list. */
export interface Posting {
  no: number;
  /** Occurrences of the term, 1–63. */
  count: number;
  /** Tokens of the document, up to 8,191. */
  length: number;
}

/** Documents of a bucket. */
export const bucketSize = 4_096;
const mostCounted = 63;
const longest = 8_191;

/** The bucket that a document's entries live in. */
export function bucketOf(no: number): number {
  return no >> 12;
}

/** One integer: the place in the bucket (12 bits), the count (6), the length (13); larger values are cut. */
export function packEntry({ no, count, length }: Posting): number {
  return ((no & (bucketSize - 1)) << 19) | (Math.min(count, mostCounted) << 13) | Math.min(length, longest);
}

/** Place of an entry's document within its bucket. */
export function placeOf(entry: number): number {
  return entry >>> 19;
}

/** Occurrences that an entry counts. */
export function countOf(entry: number): number {
  return (entry >>> 13) & mostCounted;
}

/** Length of an entry's document. */
export function lengthOf(entry: number): number {
  return entry & longest;
}
