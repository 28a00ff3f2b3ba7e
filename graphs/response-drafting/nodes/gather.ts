import type { DraftingTools } from "../ports.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Gathers what the reply may rest on; from here on models have their time. */
export const gather =
  ({ gatherDraftSources }: Pick<DraftingTools, "gatherDraftSources">, modelTimeoutMs: number) =>
  async ({ context, thread, reading }: DraftingState): Promise<DraftingUpdate> => {
    const { questions, intent } = reading;
    const found = await gatherDraftSources.run(context, { thread, questions, intent });
    return { ...found, deadline: performance.now() + modelTimeoutMs };
  };
