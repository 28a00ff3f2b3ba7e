import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Drafter } from "#core/drafter.ts";
import { draftStep } from "../draft-step.ts";
import { draftingTask } from "../drafting-task.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

const mostTries = 2;
const mostProblems = 5;

/** Lets the drafter say what should be better in what it wrote itself. */
export const critique =
  (drafter: Drafter) =>
  async (state: DraftingState, config: LangGraphRunnableConfig): Promise<DraftingUpdate> => {
    const { body, tries } = state;
    if (tries >= mostTries || body.engine !== drafter.engine || body.sentences.length === 0)
      return { problems: [] };
    const { value, notes } = await draftStep<string[]>({
      state,
      config,
      share: 0.4,
      otherwise: [],
      read: (call) => drafter.critique({ ...draftingTask(state), ...call }, body),
    });
    return { problems: value.slice(0, mostProblems), notes };
  };

/** Once more at most. */
export function needsAnotherTry({ problems, tries }: Pick<DraftingState, "problems" | "tries">): boolean {
  return problems.length > 0 && tries < mostTries;
}
