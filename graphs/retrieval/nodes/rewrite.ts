import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Reader, Rewrite } from "#core/reader.ts";
import { readStep } from "../read-step.ts";
import type { PlannedSearch, RetrievalState, RetrievalUpdate } from "../state.ts";
import { passagesRead } from "./grade.ts";
import { distinct, partsWeight, searchLimit } from "./plan.ts";

const expandedWeight = 0.3;
const mostQueries = 4;

/** Plans the next round: new queries, and the question again with terms from what was found; no filter is ever dropped. */
export const rewrite =
  (reader: Reader) =>
  async (state: RetrievalState, config: LangGraphRunnableConfig): Promise<RetrievalUpdate> => {
    const { question, pool, searches } = state;
    const tried = searches.map(({ text }) => text);
    const { value, update } = await readStep<Rewrite>({
      state,
      config,
      share: 0.25,
      otherwise: { queries: [], expansion: [] },
      read: (call) => reader.rewrite({ ...call, passages: pool.slice(0, passagesRead), tried }),
    });
    const round = state.round + 1;
    const limit = searchLimit(question.limit, round);
    const fresh = distinct(value.queries, tried).slice(0, mostQueries);
    const isExpanded = searches.some(({ expansion }) => expansion !== undefined);
    const expanded = {
      text: question.text,
      weight: expandedWeight,
      round,
      limit,
      expansion: value.expansion,
    };
    const plan: PlannedSearch[] = [
      ...(value.expansion.length > 0 && !isExpanded ? [expanded] : []),
      ...fresh.map((text) => ({ text, weight: partsWeight / fresh.length, round, limit })),
    ];
    return { ...update, round, plan };
  };
