import { frameReply } from "#tools/frame-reply.ts";
import { draftingTask } from "../drafting-task.ts";
import type { DraftingTools } from "../ports.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Believes nothing that was written until code has found it in the sources; greeting and closing are ours. */
export const check =
  ({ checkReply }: Pick<DraftingTools, "checkReply">) =>
  (state: DraftingState): DraftingUpdate => {
    const { thread, body, sources, reading, injection } = state;
    const sentences = frameReply(draftingTask(state), body.sentences);
    const checked = checkReply({ thread, sentences, sources, questions: reading.questions, injection });
    return { candidates: [{ engine: body.engine, checked }] };
  };
