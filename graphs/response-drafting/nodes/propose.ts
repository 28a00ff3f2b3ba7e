import type { DraftingTools } from "../ports.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Stores the proposal, with which the graph ends: the row waits for a person, not the run. */
export const propose =
  ({ saveDraft }: Pick<DraftingTools, "saveDraft">) =>
  async ({ context, thread, content, response, engine }: DraftingState): Promise<DraftingUpdate> => ({
    saved: await saveDraft.run(context, { thread, content, response, engine }),
  });
