import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Phrased, Words } from "#core/words.ts";
import { hidePrivate } from "../hide-private.ts";
import { personalFields } from "../personal-fields.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

const worthTryingMs = 250;

/**
 * Lets the words port turn the draft into prose within what is left of the run's model time; else the draft stands. The
 * port sees no name, owner, address or phone number; they are put back into what it returns.
 */
export const phrase =
  (words: Words, modelTimeoutMs: number) =>
  async (state: LeadScoringState, config: LangGraphRunnableConfig): Promise<LeadScoringUpdate> => {
    const { explanation, recommendations, missed, startedAt, lead } = state;
    const draft = { explanation, recommendations };
    const timeoutMs = modelTimeoutMs - (performance.now() - startedAt);
    if (missed.some(({ scorer }) => scorer === words.engine) || timeoutMs < worthTryingMs) {
      return { wording: named({ ...draft, engine: "local" }, lead.contact.name) };
    }
    const hidden = hidePrivate(draft, privateValues(state));
    const said = await words.phrase({ draft: hidden.draft, timeoutMs, signal: config.signal });
    const restored = {
      ...said,
      explanation: hidden.restore(said.explanation),
      recommendations: said.recommendations.map(hidden.restore),
    };
    return { wording: named(restored, lead.contact.name) };
  };

/** The lead's name, what its personal fields hold, and scorers' ids, whose colon the check of wording takes for a link. */
function privateValues({ lead, score, scorers }: LeadScoringState): string[] {
  const personal = personalFields(lead);
  const held = score.factors.filter(({ name }) => personal.has(name)).map(({ value }) => value);
  const models = scorers.map(({ name }) => name).filter((name) => name.includes(":"));
  return [lead.contact.name, ...held, ...models].filter((value) => value.length > 1);
}

/** Says the lead's name where the text first speaks of it. */
function named(wording: Phrased, name: string): Phrased {
  return { ...wording, explanation: wording.explanation.replace(/\bThe lead\b/, () => name) };
}
