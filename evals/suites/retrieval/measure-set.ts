import type { Principal } from "#core/principal.ts";
import type { Retrieve } from "#core/retrieval.ts";
import type { Ways } from "#knowledge/retrieval/ways.ts";
import type { Embedded } from "../../product/with-embedded.ts";
import { documentIds } from "./document-ids.ts";
import { loadSet, withoutNeighbours } from "./load-set.ts";
import { measureSystem, type Rank } from "./measure-system.ts";
import type { LocalSearch } from "./open-search.ts";
import { referenceBm25 } from "./reference/bm25.ts";
import type { SetResult, System, SystemResult } from "./results.ts";
import { documentsOf, type RetrievalSet, type SetQuery } from "./retrieval-set.ts";

export interface MeasureParts {
  embedded: Embedded;
  local: LocalSearch;
  /** The retrieval graph without a model. */
  retrieve: Retrieve;
  /** Which of the product's ways to measure. */
  systems: readonly System[];
  /** A way that fails costs the others nothing. */
  onFailure(system: System, error: unknown): void;
}

/** Enough passages that ten documents are among them, though long ones come in parts. */
const passages = 50;

const waysOf: Partial<Record<System, Ways>> = {
  lexical: { vector: false, name: false },
  vector: { lexical: false, name: false },
  fused: {},
  "fused without names": { name: false },
  "fused without fuzzy words": { fuzzy: false },
};

const roundsOf: Partial<Record<System, number>> = { "graph, 1 round": 1, "graph, 3 rounds": 3 };

/** Imports a set into a workspace of its own, searches it in each way and by the reference, and judges the rankings. */
export async function measureSet(
  set: RetrievalSet,
  { embedded, local, retrieve, systems, onFailure }: MeasureParts,
): Promise<SetResult> {
  const documents = documentsOf(set);
  const principal = await embedded.principal(`evals-${set.name}`);
  const started = performance.now();
  await loadSet({ db: embedded.db, local, principal }, set);
  const seconds = (performance.now() - started) / 1000;
  const measured: SystemResult[] = [];
  for (const system of systems) {
    try {
      const rank = await rankBy(system, set, { embedded, local, retrieve, principal, documents });
      measured.push(await measureSystem(system, set, rank));
    } catch (error) {
      onFailure(system, error);
    }
  }
  const { name, about, k, queries } = set;
  return { name, about, k, seconds, documents: documents.length, queries: queries.length, systems: measured };
}

interface RankParts extends Pick<MeasureParts, "embedded" | "local" | "retrieve"> {
  principal: Principal;
  documents: ReturnType<typeof documentsOf>;
}

async function rankBy(system: System, set: RetrievalSet, parts: RankParts): Promise<Rank> {
  const { embedded, local, retrieve, principal, documents } = parts;
  if (system === "reference BM25") return rankByReference(documents);
  const rounds = roundsOf[system];
  if (rounds) return rankByGraph(retrieve, principal, rounds);
  if (system !== "fused, no neighbours indexed") return rankBySearch(local, principal, waysOf[system] ?? {});
  const alone = await embedded.principal(`evals-${set.name}-no-neighbours`);
  const conversations = withoutNeighbours(set.conversations);
  await loadSet({ db: embedded.db, local, principal: alone }, { ...set, conversations });
  return rankBySearch(local, alone, {});
}

/** What was said before counts a third, as the product has it. */
function rankByReference(documents: RankParts["documents"]): Rank {
  const search = referenceBm25(documents);
  return ({ text, history = [] }) => {
    const query = history.length > 0 ? [text, text, text, ...history].join(" ") : text;
    return search(query, 10);
  };
}

/** Searches a workspace in some ways, and gives the documents that were found. */
export function rankBySearch(local: LocalSearch, principal: Principal, ways: Ways): Rank {
  const search = local.by(ways);
  return async (query) => documentIds((await search(principal, { ...asked(query), limit: passages })).hits);
}

function rankByGraph(retrieve: Retrieve, principal: Principal, rounds: number): Rank {
  return async (query) => {
    const context = { principal, signal: AbortSignal.timeout(120_000) };
    const found = await retrieve(context, { ...asked(query), limit: passages, answer: false, rounds });
    return documentIds(found.passages);
  };
}

function asked({ text, history }: SetQuery): { text: string; history?: readonly string[] } {
  return history ? { text, history } : { text };
}
