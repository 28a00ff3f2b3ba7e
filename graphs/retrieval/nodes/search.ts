import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { AppError } from "#core/errors.ts";
import type { RetrievalPorts } from "../ports.ts";
import type { PlannedSearch, RetrievalState, RetrievalUpdate } from "../state.ts";

/** What one search is sent: the state, and which of the plan it makes. */
type SearchTurn = RetrievalState & { one: PlannedSearch };

/** A first search gets so much time even if understanding took too long. */
const leastMs = 2_000;

/**
 * Makes one search, always within the question's filter, and gives it up when the run's time is over. One that fails costs what it
 * would have found; gather decides what all of them failing means.
 */
export const search =
  (findPassages: RetrievalPorts["findPassages"]) =>
  async (state: RetrievalState, config: LangGraphRunnableConfig): Promise<RetrievalUpdate> => {
    const { one, context, deadline } = state as SearchTurn;
    const left = deadline - performance.now();
    const limit = AbortSignal.timeout(Math.ceil(Math.max(one.round === 1 ? leastMs : 1, left)));
    const signal = AbortSignal.any([context.signal, limit, ...(config.signal ? [config.signal] : [])]);
    try {
      const work = findPassages.run({ ...context, signal }, toRequest(state as SearchTurn));
      return { searches: [{ ...one, ...(await unlessAborted(work, signal)) }] };
    } catch (error) {
      if (context.signal.aborted) throw error;
      const reason = error instanceof AppError ? `: ${error.message}` : "";
      return { failures: [error], notes: [`a search was given up${reason}`] };
    }
  };

function toRequest({ one, question }: SearchTurn) {
  const { history, filter, recencyHalfLifeDays, diverse } = question;
  const { text, limit, expansion } = one;
  return {
    text,
    history: history && [...history],
    filter,
    limit,
    recencyHalfLifeDays,
    diverse,
    expansion: expansion && [...expansion],
  };
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
