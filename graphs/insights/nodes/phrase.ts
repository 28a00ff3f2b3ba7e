import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { draftTellings } from "#tools/tell-stories.ts";
import type { InsightsPorts } from "../ports.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** Below this a model is not asked: it could not answer. */
const worthTryingMs = 250;

/** Writes the plain texts, and lets the analyst reword them within what is left of its time; it sees no names from records. */
export const phrase =
  ({ analyst, modelTimeoutMs }: Pick<InsightsPorts, "analyst" | "modelTimeoutMs">) =>
  async (
    { stories, data, startedAt }: InsightsState,
    config: LangGraphRunnableConfig,
  ): Promise<InsightsUpdate> => {
    const drafts = draftTellings(stories, data);
    const plain = { drafts, written: { tellings: [], engine: "local" } };
    // Loading and computing are not the model's time.
    const timeoutMs = Math.max(modelTimeoutMs - (performance.now() - startedAt), modelTimeoutMs / 2);
    if (drafts.length === 0 || timeoutMs < worthTryingMs) return plain;
    const { value, engine, note } = await analyst.write({
      drafts: drafts.map(({ forModel }) => forModel),
      signal: config.signal,
      timeoutMs,
    });
    return { drafts, written: { tellings: value, engine }, notes: note === undefined ? [] : [note] };
  };
