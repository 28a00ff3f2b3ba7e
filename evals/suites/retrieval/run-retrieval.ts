import { AppError } from "#core/errors.ts";
import { type Embedded, withEmbedded } from "../../product/with-embedded.ts";
import type { Figure } from "../../report/figure-table.ts";
import type { AnswerSource } from "../answers/answer-source.ts";
import { answerFloors } from "../answers/floors.ts";
import { measureAnswers } from "../answers/measure-answers.ts";
import { answerSources } from "../answers/sources.ts";
import { compareSystems } from "./compare-systems.ts";
import { setFloors } from "./floors.ts";
import { measureSet } from "./measure-set.ts";
import { openLocalRetrieve } from "./open-retrieve.ts";
import { openLocalSearch } from "./open-search.ts";
import type { RetrievalReport, RetrievalResults, System } from "./results.ts";
import type { RetrievalSet } from "./retrieval-set.ts";
import { chatsSet } from "./sets/chats.ts";
import { dstc10Set } from "./sets/dstc10.ts";
import { sampleSet } from "./sets/sample.ts";
import { scifactSet } from "./sets/scifact.ts";
import { tau2Set } from "./sets/tau2.ts";

/** What can be run by itself, in this order. */
export const retrievalParts = ["scifact", "tau2", "dstc10", "chats", "sample", "answers"] as const;
export type RetrievalPart = (typeof retrievalParts)[number];

export interface RetrievalRun {
  parts: readonly RetrievalPart[];
  /** Told what is under way. */
  onProgress(text: string): void;
}

interface SetPlan {
  make(): RetrievalSet;
  systems: readonly System[];
}

const search: readonly System[] = ["reference BM25", "lexical", "vector", "fused"];
const graph: readonly System[] = ["graph, 1 round", "graph, 3 rounds"];
const names: readonly System[] = ["fused without names", "fused without fuzzy words"];

const plans: Record<Exclude<RetrievalPart, "answers">, SetPlan> = {
  scifact: { make: scifactSet, systems: search },
  tau2: { make: tau2Set, systems: [...search, ...graph] },
  dstc10: { make: dstc10Set, systems: [...search, ...names, ...graph] },
  chats: { make: chatsSet, systems: [...search, "fused without names", "fused, no neighbours indexed"] },
  sample: { make: sampleSet, systems: [...search, ...names, "fused, no neighbours indexed", ...graph] },
};

/** Measures search and answers on public sets and the sample workspace, and holds them against the floors. */
export async function runRetrieval({ parts, onProgress }: RetrievalRun): Promise<RetrievalReport> {
  const results: RetrievalResults = { sets: [], differences: [], answers: null, absent: [] };
  const floors: Figure[] = [];
  await withEmbedded(async (embedded) => {
    for (const part of parts) {
      onProgress(part);
      if (part === "answers") {
        results.answers = await keep(results, part, () => answersOf(results, embedded));
        floors.push(...answerFloors(results.answers));
      } else {
        await keep(results, part, () => oneSet(results, plans[part], embedded));
        floors.push(...(setFloors[part]?.(results) ?? []));
      }
    }
  });
  return { title: "Retrieval and answers", ...results, floors };
}

async function oneSet(results: RetrievalResults, { make, systems }: SetPlan, embedded: Embedded) {
  const set = make();
  const local = openLocalSearch(embedded.db);
  const retrieve = openLocalRetrieve(local.by());
  const onFailure = (system: System, error: unknown) =>
    results.absent.push(whyAbsent(`${set.name}: ${system}`, error));
  const result = await measureSet(set, { embedded, local, retrieve, systems, onFailure });
  results.sets.push(result);
  results.differences.push(...compareSystems(result));
}

function answersOf(results: RetrievalResults, embedded: Embedded) {
  const sources = Object.entries(answerSources).flatMap(([name, make]): AnswerSource[] => {
    try {
      return [make()];
    } catch (error) {
      results.absent.push(whyAbsent(`answers from ${name}`, error));
      return [];
    }
  });
  const local = openLocalSearch(embedded.db);
  return measureAnswers(sources, { embedded, local, retrieve: openLocalRetrieve(local.by()) });
}

/** Keeps going when a part cannot be measured, and says why; its floors are then missing. */
async function keep<T>(results: RetrievalResults, name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    results.absent.push(whyAbsent(name, error));
    return null;
  }
}

function whyAbsent(name: string, error: unknown): string {
  if (error instanceof AppError && error.code === "NOT_FOUND") return error.message;
  return `${name} could not be measured: ${error instanceof Error ? error.message : error}`;
}
