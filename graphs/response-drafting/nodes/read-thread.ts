import type { DraftingTools } from "../ports.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Reads the message to answer, its conversation and the contact's record. */
export const readThread =
  ({ readThread: read }: Pick<DraftingTools, "readThread">) =>
  async ({ context, request }: DraftingState): Promise<DraftingUpdate> => ({
    thread: await read.run(context, request.reference),
  });
