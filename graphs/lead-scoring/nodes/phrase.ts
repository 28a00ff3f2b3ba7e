import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Words } from "#core/words.ts";
import { describeLead } from "../describe-lead.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

const worthTryingMs = 250;

/** Lets the words port turn the draft into prose within what is left of the run's model time; else the draft stands. */
export const phrase =
  (words: Words, modelTimeoutMs: number) =>
  async (state: LeadScoringState, config: LangGraphRunnableConfig): Promise<LeadScoringUpdate> => {
    const { lead, explanation, recommendations, missed, startedAt } = state;
    const left = modelTimeoutMs - (performance.now() - startedAt);
    if (missed.some(({ scorer }) => scorer === words.engine) || left < worthTryingMs) {
      return { wording: { explanation, recommendations, engine: "local" } };
    }
    const limit = AbortSignal.timeout(Math.ceil(left));
    const wording = await words.phrase({
      facts: [describeLead(lead)],
      draft: { explanation, recommendations },
      signal: config.signal ? AbortSignal.any([config.signal, limit]) : limit,
    });
    return { wording };
  };
