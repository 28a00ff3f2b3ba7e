import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Grade, Reader } from "#core/reader.ts";
import { readStep } from "../read-step.ts";
import type { RetrievalState, RetrievalUpdate } from "../state.ts";

/** Passages that are read in a round. */
export const passagesRead = 30;

/** Lets the reader say how well each of the best passages serves the question; grades of passages it was not shown are dropped. */
export const grade =
  (reader: Reader) =>
  async (state: RetrievalState, config: LangGraphRunnableConfig): Promise<RetrievalUpdate> => {
    const passages = state.pool.slice(0, passagesRead);
    if (passages.length === 0) return { grades: {} };
    const { value, update } = await readStep<Grade[]>({
      state,
      config,
      share: 0.3,
      otherwise: [],
      read: (call) => reader.grade({ ...call, passages }),
    });
    const shown = new Set(passages.map(({ no }) => no));
    const known = value.filter(({ no }) => shown.has(no));
    return {
      ...update,
      grades: { ...state.grades, ...Object.fromEntries(known.map(({ no, relevance }) => [no, relevance])) },
    };
  };
