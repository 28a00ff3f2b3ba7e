import type { RetrievalState } from "../state.ts";

/** From here a passage is taken to serve the question. */
const serves = 0.7;
/** So many that serve end the search for a question in one part. */
const wanted = 2;

/** Another round costs about as long as this one did, and reading comes after it. */
const leastLeft = 0.4;

/** Whether the best passages leave the question open and rounds and time are left to look further. */
export function isTimeForAnotherRound(state: RetrievalState): boolean {
  const { question, round, startedAt, deadline } = state;
  const now = performance.now();
  if (round >= (question.rounds ?? 3) || deadline - now < leastLeft * (deadline - startedAt)) return false;
  return !isEnough(state);
}

/** Whether the rewriting gave this round anything to search for. */
export function isAnythingLeftToTry({ plan }: RetrievalState): boolean {
  return plan.length > 0;
}

/**
 * A question in several parts is searched as long as rounds and time allow: what serves it may all serve the same part, and
 * going on is what gained on such questions (docs/retrieval.md).
 */
function isEnough({ question, grades, understood }: RetrievalState): boolean {
  if (understood.queries.length > 1) return false;
  const serving = Object.values(grades).filter((relevance) => relevance >= serves).length;
  return serving >= Math.min(question.limit, wanted);
}
