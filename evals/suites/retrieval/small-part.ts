import type { RetrievalSet } from "./retrieval-set.ts";

/** The first queries of a set with the articles that answer them, and as many others as make up the number. */
export function smallPart(
  set: RetrievalSet,
  { queries, articles }: { queries: number; articles: number },
): RetrievalSet {
  const asked = set.queries.slice(0, queries);
  const relevant = new Set(asked.flatMap((query) => [...query.relevant.keys()]));
  const needed = set.articles.filter(({ id }) => relevant.has(id));
  const others = set.articles.filter(({ id }) => !relevant.has(id));
  const step = Math.max(1, Math.floor(others.length / Math.max(1, articles - needed.length)));
  const among = others
    .filter((_, index) => index % step === 0)
    .slice(0, Math.max(0, articles - needed.length));
  return { ...set, queries: asked, articles: [...needed, ...among] };
}
