import { expect, test } from "vitest";
import { bestDocuments } from "./best-documents.ts";
import { b, bm25, idf, k1 } from "./bm25.ts";
import { packEntry } from "./entry.ts";

/** Repeatable numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("is the textbook's formula on any documents, best first", () => {
  const random = randomNumbers(7);
  const vocabulary = [..."abcdefgh"];
  const documents = Array.from({ length: 5_000 }, (_, no) => ({
    no,
    words: Array.from(
      { length: 1 + Math.floor(random() * 12) },
      () => vocabulary[Math.floor(random() ** 2 * 8)] ?? "a",
    ),
  }));
  const tokens = documents.reduce((sum, { words }) => sum + words.length, 0);
  const having = (term: string) => documents.filter(({ words }) => words.includes(term));
  const df = new Map(vocabulary.map((term) => [term, having(term).length]));
  const expected = documents
    .map(({ no, words }) => {
      const of = (term: string, weight: number) => {
        const count = words.filter((word) => word === term).length;
        const norm = 1 - b + (b * words.length) / (tokens / documents.length);
        return (weight * idf(df.get(term) ?? 0, documents.length) * count * (k1 + 1)) / (count + k1 * norm);
      };
      return { no, score: of("c", 2) + Math.max(of("f", 1), of("h", 0.5)) };
    })
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || x.no - y.no);
  const list = (term: string, weight = 1) => {
    const buckets = new Map<number, Int32Array>();
    for (const bucket of [0, 1]) {
      const entries = having(term)
        .filter(({ no }) => no >> 12 === bucket)
        .map(({ no, words }) =>
          packEntry({ no, count: words.filter((word) => word === term).length, length: words.length }),
        );
      buckets.set(bucket, Int32Array.from(entries));
    }
    return { buckets, df: having(term).length, weight };
  };
  const words = [
    { weight: 2, alternatives: [list("c")] },
    { weight: 1, alternatives: [list("f"), list("h", 0.5)] },
  ];
  const scores = bm25(words, { documents: documents.length, tokens });
  for (const limit of [0, 1, 10, 10_000]) {
    const found = bestDocuments(scores, { limit });
    expect(found.map(({ no }) => no)).toEqual(expected.slice(0, limit).map(({ no }) => no));
    for (const [i, { score }] of found.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? 0, 9);
  }
  const only = new Set([3, 4_095, 4_096, 4_999]);
  expect(bestDocuments(scores, { limit: 10, only }).map(({ no }) => no)).toEqual(
    expected.filter(({ no }) => only.has(no)).map(({ no }) => no),
  );
});
