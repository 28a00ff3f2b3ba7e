import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Drafter } from "#core/drafter.ts";
import { draftStep } from "../draft-step.ts";
import { draftingTask } from "../drafting-task.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Lets the drafter write the body, the second time with what should be better; a second try that fails leaves the first. */
export const write =
  (drafter: Drafter) =>
  async (state: DraftingState, config: LangGraphRunnableConfig): Promise<DraftingUpdate> => {
    const { body, problems, tries } = state;
    const previous = tries > 0 && body !== undefined ? { sentences: body.sentences, problems } : undefined;
    const { value, engine, failed, notes } = await draftStep({
      state,
      config,
      share: previous ? 1 : 0.5,
      otherwise: { sentences: body?.sentences ?? [] },
      read: (call) => drafter.write({ ...draftingTask(state), ...call, ...(previous && { previous }) }),
    });
    const keepsFirst = previous !== undefined && (failed || engine !== body.engine);
    return {
      body: keepsFirst ? body : { sentences: value.sentences, engine },
      tries: tries + 1,
      problems: [],
      notes,
    };
  };

/** Lets the local drafter write from the sources. */
export const writeLocally =
  (localDrafter: Drafter) =>
  async (state: DraftingState): Promise<DraftingUpdate> => {
    const { value } = await localDrafter.write(draftingTask(state));
    return { body: { sentences: value.sentences, engine: "local" } };
  };
