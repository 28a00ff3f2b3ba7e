import { evidenceOf } from "#core/attribution.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import type { WrittenSentence } from "#core/reader.ts";
import type { CitedSentence } from "#core/retrieval.ts";
import { findUnfit } from "#core/unfit-text.ts";
import type { RetrievalPorts } from "../ports.ts";
import type { RetrievalState, RetrievalUpdate } from "../state.ts";

const mostSentences = 12;

/**
 * Believes nothing that was written until code has found it in what this run found: a citation of anything else, or of a
 * passage that does not support the sentence, is dropped, and so is a sentence with none left or with text unfit to show.
 */
export const verify =
  (supports: RetrievalPorts["supports"]) =>
  ({ written, pool, writer }: RetrievalState): RetrievalUpdate => {
    const seen = new Map(pool.map((passage) => [passage.no, passage]));
    const answer = written
      .slice(0, mostSentences)
      .map((sentence) => supported(sentence, seen, supports))
      .filter((sentence) => sentence !== undefined);
    const lost = written.length - answer.length;
    const note = `${lost} of ${written.length} sentences by ${writer} were left out: the records do not support them, or they are unfit to show`;
    return { answer, notes: lost > 0 ? [note] : [] };
  };

/** Whether nobody wrote, or a model's words were all turned down; a reader that itself found no answer is believed. */
export function needsLocalAnswer({ answer, written, writer, writingFailed }: RetrievalState): boolean {
  return writingFailed || (answer.length === 0 && written.length > 0 && writer !== "local");
}

function supported(
  { text, citations }: WrittenSentence,
  seen: ReadonlyMap<number, PassageHit>,
  supports: RetrievalPorts["supports"],
): CitedSentence | undefined {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "" || findUnfit(line) !== undefined) return undefined;
  const holding = [...new Set(citations)].filter((no) => {
    const passage = seen.get(no);
    return passage !== undefined && supports(line, evidenceOf(passage)).supported;
  });
  return holding.length > 0 ? { text: line, citations: holding } : undefined;
}
