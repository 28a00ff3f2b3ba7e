import { replyBody } from "#tools/frame-reply.ts";
import { bestCandidate } from "../candidates.ts";
import { contentOf } from "../content-of.ts";
import type { DraftingTools } from "../ports.ts";
import type { DraftingState, DraftingUpdate } from "../state.ts";

/** Takes the best of what was written, and says how good and how sure it is. */
export const score =
  ({ scoreReply }: Pick<DraftingTools, "scoreReply">) =>
  (state: DraftingState): DraftingUpdate => {
    const best = bestCandidate(state);
    if (best === undefined) throw new TypeError("nothing was written that could be scored");
    const { thread, reading, injection } = state;
    const { checked, engine } = best;
    const scored = scoreReply({
      thread,
      checked,
      intent: reading.intent,
      intentProbability: reading.probability,
      injection: injection.score,
    });
    const notes = lostNote(state);
    const content = contentOf(state, {
      sentences: checked.sentences,
      questions: checked.questions,
      risks: checked.risks,
      hand_over: null,
      notes: [...state.notes, ...notes],
      ...scored,
    });
    return { content, response: replyBody(checked.sentences), engine };
  };

/** What became of a model's words. */
function lostNote({ candidates }: DraftingState): string[] {
  return candidates
    .filter(({ engine, checked }) => engine !== "local" && checked.removed.length > 0)
    .map(
      ({ engine, checked }) =>
        `${checked.removed.length} sentences by ${engine} were left out: no source supports them, or they are unfit to send`,
    );
}
