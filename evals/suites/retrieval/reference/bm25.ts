import { referenceTokens } from "./analyse.ts";

const k1 = 0.9;
const b = 0.4;

/** Ranks a query's documents, best first. */
export type ReferenceSearch = (query: string, limit: number) => string[];

/**
 * The reference that the product's search is compared with: BM25 with k1 = .9 and b = .4, as Anserini and Pyserini set it, over whole documents.
 * Source: Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009, with Lucene's idf, never negative.
 */
export function referenceBm25(documents: readonly { id: string; text: string }[]): ReferenceSearch {
  const postings = new Map<string, { document: number; count: number }[]>();
  const lengths = documents.map(({ text }, document) => {
    const tokens = referenceTokens(text);
    for (const [token, count] of countsOf(tokens)) {
      const list = postings.get(token) ?? [];
      list.push({ document, count });
      postings.set(token, list);
    }
    return tokens.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (query, limit) => {
    const scores = new Map<number, number>();
    for (const [token, times] of countsOf(referenceTokens(query))) {
      const list = postings.get(token) ?? [];
      const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const { document, count } of list) {
        const norm = k1 * (1 - b + (b * (lengths[document] ?? 0)) / average);
        const gain = times * idf * (count / (count + norm));
        scores.set(document, (scores.get(document) ?? 0) + gain);
      }
    }
    return [...scores]
      .sort(([a, ofA], [other, ofOther]) => ofOther - ofA || a - other)
      .slice(0, limit)
      .map(([document]) => documents[document]?.id ?? "");
  };
}

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
