import { readLines, readText, textDatasets } from "../../../text-datasets.ts";
import type { RetrievalSet } from "../retrieval-set.ts";

const { scifact } = textDatasets;

interface Line {
  _id: string;
  title?: string;
  text: string;
}

/** Abstracts of papers, and claims that some of them support or refute. @throws AppError when the data is absent */
export function scifactSet(): RetrievalSet {
  const relevant = new Map<string, Map<string, number>>();
  for (const line of readText(scifact, "qrels.train.tsv").split("\n").slice(1)) {
    const [query, document, score] = line.split("\t");
    if (!query || !document || !(Number(score) > 0)) continue;
    const of = relevant.get(query) ?? new Map<string, number>();
    relevant.set(query, of.set(document, Number(score)));
  }
  return {
    name: "scifact",
    about: "scientific claims (training part) against 5,183 abstracts",
    articles: readLines<Line>(scifact, "corpus.jsonl").map(({ _id, title, text }) => ({
      id: _id,
      title: title ?? null,
      text,
    })),
    conversations: [],
    queries: readLines<Line>(scifact, "queries.train.jsonl").flatMap(({ _id, text }) => {
      const of = relevant.get(_id);
      return of ? [{ id: _id, text, relevant: of }] : [];
    }),
    k: 10,
  };
}
