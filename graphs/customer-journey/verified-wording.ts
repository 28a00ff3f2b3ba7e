import type { Draft, Phrased } from "#core/words.ts";
import { type Facts, verifyText } from "#tools/verify-text.ts";

/**
 * A model's wording without the sentences that are no rewording of the draft's: other figures, names, moments or directions, or another
 * order of them. What is left empty is the draft's. The draft itself passes as it is.
 * @param names of stages, which may be any words.
 */
export function verifiedWording(wording: Phrased, draft: Draft, names: readonly string[]): Phrased {
  if (wording.engine === "local") return wording;
  let dropped = 0;
  const verified = (text: string, source: string) => {
    const result = verifyText(text, factsOf(source, names), [source]);
    dropped += result.dropped.length;
    return result.text || source;
  };
  const explanation = verified(wording.explanation, draft.explanation);
  const recommendations = draft.recommendations.map((source, index) =>
    verified(wording.recommendations[index] ?? "", source),
  );
  const note =
    dropped > 0
      ? `${dropped} sentences of ${wording.engine} were dropped: they said what was not computed`
      : wording.note;
  const isLeft =
    explanation !== draft.explanation || recommendations.some((text, i) => text !== draft.recommendations[i]);
  const engine = dropped > 0 && !isLeft ? "local" : wording.engine;
  return { explanation, recommendations, engine, ...(note === undefined ? {} : { note }) };
}

/** Figures with their units, moments, and names count as what they are called: a rewording has them all, in their order. */
function factsOf(source: string, names: readonly string[]): Facts {
  const figures =
    source.match(/\d{4}-\d{2}-\d{2}|\d[\d,]*(?:\.\d+)?(?: (?:%|days?|hours?|minutes?|points))?/g) ?? [];
  const said = [...figures, ...names.filter((name) => source.includes(name))];
  return {
    numbers: {},
    words: Object.fromEntries(said.map((word, index) => [`said${index}`, word])),
    direction: "none",
  };
}
