import { checkTelling } from "#tools/tell-stories.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/**
 * Believes nothing that was written until code has found it in what this run computed: a sentence that states anything else is
 * taken out, and a text left empty is the plain one.
 */
export function verify({ stories, drafts, written }: InsightsState): InsightsUpdate {
  const isLocal = written.engine === "local";
  const checked = stories.flatMap((story, index) => {
    const draft = drafts[index];
    if (!draft) return [];
    const own = isLocal ? undefined : written.tellings.find(({ id }) => id === draft.telling.id);
    return [checkTelling(story, draft, own)];
  });
  const dropped = checked.reduce((total, one) => total + one.dropped, 0);
  const note = `${dropped} sentences by ${written.engine} were left out: they say what was not found`;
  return {
    tellings: checked.map(({ telling }) => telling),
    engine: checked.some(({ isRewritten }) => isRewritten) ? written.engine : "local",
    notes: dropped > 0 ? [note] : [],
  };
}
