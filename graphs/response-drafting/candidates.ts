import type { Candidate, DraftingState } from "./state.ts";

/** Whether a model's words were cut or leave questions open, so that the local drafter should try as well. */
export function needsLocalReply({ candidates }: Pick<DraftingState, "candidates">): boolean {
  const last = candidates.at(-1);
  if (last === undefined || candidates.some(({ engine }) => engine === "local")) return false;
  const { removed, questions } = last.checked;
  return !answersAnything(last) || removed.length > 0 || questions.some(({ answered }) => !answered);
}

/** Of what was written, that which answers most; among equals what was written first, unless most of it had to go. */
export function bestCandidate({ candidates }: Pick<DraftingState, "candidates">): Candidate | undefined {
  const rank = (one: Candidate) => answered(one) - (lostMost(one) ? 0.5 : 0);
  return candidates.filter(answersAnything).toSorted((a, b) => rank(b) - rank(a))[0];
}

function answersAnything({ checked }: Candidate): boolean {
  return checked.sentences.some(({ citations }) => citations.length > 0);
}

function answered({ checked }: Candidate): number {
  return checked.questions.filter((question) => question.answered).length;
}

function lostMost({ checked }: Candidate): boolean {
  return checked.removed.length >= checked.sentences.length / 2;
}
