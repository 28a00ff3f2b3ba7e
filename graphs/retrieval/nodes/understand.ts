import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Reader } from "#core/reader.ts";
import { readStep } from "../read-step.ts";
import type { RetrievalState, RetrievalUpdate } from "../state.ts";

/** Works out what is asked, seen with what was said before. */
export const understand =
  (reader: Reader) =>
  async (state: RetrievalState, config: LangGraphRunnableConfig): Promise<RetrievalUpdate> => {
    const { text } = state.question;
    const otherwise = { standalone: text, queries: [] };
    const step = {
      state,
      config,
      share: 0.2,
      otherwise,
      read: (call: Parameters<Reader["understand"]>[0]) => reader.understand(call),
    };
    const { value, update } = await readStep(step);
    return { ...update, understood: value, round: 1 };
  };
