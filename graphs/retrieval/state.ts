import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { PassageHit } from "#core/domain/passage.ts";
import type { Understood, WrittenSentence } from "#core/reader.ts";
import type { CitedSentence, Question, SearchRequest, SearchResult } from "#core/retrieval.ts";
import type { ToolContext } from "#core/tool.ts";

const list = <T>() =>
  new ReducedValue(
    z.custom<T[]>().default(() => []),
    {
      inputSchema: z.custom<T[]>(),
      reducer: (current: T[], added: T[]) => [...current, ...added],
    },
  );

/** What travels through the graph: a question comes in, searches and grades gather, verified sentences come out. */
export const RetrievalState = new StateSchema({
  context: z.custom<ToolContext>(),
  question: z.custom<Question>(),
  /** performance.now() when the run began and when it must have its best so far. */
  startedAt: z.number(),
  deadline: z.number(),
  understood: z.custom<Understood>(),
  /** From 1. */
  round: z.number(),
  /** This round's searches. */
  plan: z.custom<PlannedSearch[]>(),
  searches: list<DoneSearch>(),
  /** Searches that failed. */
  failures: list<unknown>(),
  /** All that was found, best first. */
  pool: z.custom<PassageHit[]>().default(() => []),
  /** Relevance (0–1) by passage number, as last graded. */
  grades: z.custom<Record<number, number>>().default(() => ({})),
  written: z.custom<WrittenSentence[]>(),
  /** Who wrote the answer. */
  writer: z.custom<string>(),
  /** True when no reader got the writing done: an empty answer then says nothing about the records. */
  writingFailed: z.boolean(),
  answer: z.custom<CitedSentence[]>(),
  /** Everyone whose work was used, in turn. */
  engines: list<string>(),
  notes: list<string>(),
});
export type RetrievalState = typeof RetrievalState.State;
export type RetrievalUpdate = typeof RetrievalState.Update;

/** A search to be made, and how much the scores it gives count. */
export interface PlannedSearch {
  text: string;
  weight: number;
  round: number;
  limit: number;
  expansion?: SearchRequest["expansion"];
}

/** What one search found. */
export interface DoneSearch extends PlannedSearch {
  hits: PassageHit[];
  searched: SearchResult["searched"];
}
