import { expect, test } from "vitest";
import { AppError } from "#core/errors.ts";
import { freshWorkspace, testDatabase } from "#knowledge/db/test-database.ts";
import { differenceOf } from "./compare-systems.ts";
import { loadSet } from "./load-set.ts";
import { rankBySearch } from "./measure-set.ts";
import { measureSystem } from "./measure-system.ts";
import { openLocalSearch } from "./open-search.ts";
import { referenceBm25 } from "./reference/bm25.ts";
import type { SetResult } from "./results.ts";
import { documentsOf, type RetrievalSet } from "./retrieval-set.ts";
import { dstc10Set } from "./sets/dstc10.ts";
import { scifactSet } from "./sets/scifact.ts";
import { smallPart } from "./small-part.ts";

/** A set of real data; a text says why it is not there. */
function madeOrWhy(make: () => RetrievalSet): RetrievalSet | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

async function measured(set: RetrievalSet): Promise<SetResult> {
  const [db, principal] = [testDatabase(), await freshWorkspace()];
  const local = openLocalSearch(db);
  await loadSet({ db, local, principal }, set);
  const reference = referenceBm25(documentsOf(set));
  const systems = [
    await measureSystem("reference BM25", set, ({ text }) => reference(text, 10)),
    await measureSystem("lexical", set, rankBySearch(local, principal, { vector: false, name: false })),
    await measureSystem("fused", set, rankBySearch(local, principal, {})),
  ];
  const { name, about, k, queries } = set;
  return { name, about, k, queries: queries.length, documents: set.articles.length, seconds: 0, systems };
}

const scifact = madeOrWhy(scifactSet);
const dstc10 = madeOrWhy(dstc10Set);

test("words rank claims' abstracts as the reference BM25 does, and fusion spoils little", async ({
  skip,
}) => {
  if (typeof scifact === "string") return skip(scifact);
  const result = await measured(smallPart(scifact, { queries: 50, articles: 150 }));
  const of = (ours: "lexical" | "fused", theirs: "reference BM25" | "lexical") =>
    differenceOf(result, { ours, theirs, metric: "ndcg10" })?.difference.value;
  // Few queries differ by chance: the whole set is held to .01 and 0 by `npm run evals -- retrieval`.
  expect(of("lexical", "reference BM25")).toBeGreaterThan(-0.03);
  expect(of("fused", "lexical")).toBeGreaterThan(-0.03);
});

test("callers' misheard questions find their snippets", async ({ skip }) => {
  if (typeof dstc10 === "string") return skip(dstc10);
  const result = await measured(smallPart(dstc10, { queries: 38, articles: 400 }));
  const fused = result.systems.find(({ system }) => system === "fused")?.queries ?? [];
  const recall = fused.reduce((sum, query) => sum + query.recall, 0) / fused.length;
  expect(recall).toBeGreaterThanOrEqual(0.8);
});
