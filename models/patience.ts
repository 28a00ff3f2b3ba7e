import { toAppError } from "#core/errors.ts";
import type { LanguageModel, StructuredRequest } from "#core/language-model.ts";
import { ModelError } from "./failure.ts";
import { usualTimes } from "./usual-times.ts";

/** Milliseconds that somebody waits for a model whose last call failed or was far slower than usual. */
export const patienceMs = 500;

/** A call that ran out of patience goes on by itself, to tell whether the model is back. */
type Trial = Promise<unknown>;

/**
 * The same model, for which nobody waits long while it is in doubt. In doubt is a model from a failure that may not be the request's own,
 * or from a call that takes several times as long as calls of that kind ever took, until its next answer. Then one call at a time is
 * tried and waited for half a second, and goes on without its caller after that; all others are told at once. A model that
 * answers slowly but steadily is waited for as long as its time limit allows.
 */
export function patient(model: LanguageModel, limitMs: number): LanguageModel {
  const times = usualTimes();
  let isInDoubt = false;
  let trial: Trial | undefined;
  const call = async <T>(request: StructuredRequest<T>) => {
    const began = performance.now();
    try {
      const answer = await model.generate(request);
      times.took(request.schemaName, performance.now() - began);
      isInDoubt = false;
      return answer;
    } catch (error) {
      if (error instanceof ModelError && error.trips) isInDoubt = true;
      throw error;
    }
  };
  const generate = async <T>(request: StructuredRequest<T>): Promise<T> => {
    if (isInDoubt && trial) throw beingTried(model.id);
    const wait = isInDoubt ? patienceMs : times.longestFor(request.schemaName);
    const limit = Math.min(request.timeoutMs ?? limitMs, limitMs);
    if (wait >= limit) return call(request);
    const onItsOwn = leavable(request.signal);
    // Its own time limit is the model's: how little time this caller has left says nothing of the model.
    const { timeoutMs: _, signal: __, ...asked } = request;
    const made = call({ ...asked, signal: onItsOwn.signal });
    const tried: Trial = made.catch(toAppError).finally(() => {
      if (trial === tried) trial = undefined;
    });
    if (isInDoubt) trial = tried;
    const answer = await within(made, wait);
    if (answer !== late) return answer;
    onItsOwn.leave();
    isInDoubt = true;
    trial ??= tried;
    throw tooLong(model.id, wait);
  };
  return { id: model.id, generate };
}

const late = Symbol("late");

async function within<T>(work: Promise<T>, ms: number): Promise<T | typeof late> {
  const { promise, resolve } = Promise.withResolvers<typeof late>();
  const timer = setTimeout(resolve, ms, late);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A signal that follows the caller's until it is left. */
function leavable(caller: AbortSignal | undefined) {
  const own = new AbortController();
  const follow = () => own.abort(caller?.reason);
  if (caller?.aborted) follow();
  caller?.addEventListener("abort", follow, { once: true });
  return { signal: own.signal, leave: () => caller?.removeEventListener("abort", follow) };
}

function beingTried(id: string): ModelError {
  return new ModelError(
    `${id} failed or was slow a moment ago and is being tried again: try again shortly.`,
    {
      retryable: true,
      trips: false,
      outcome: "open",
    },
  );
}

function tooLong(id: string, ms: number): ModelError {
  return new ModelError(
    `${id} did not answer within ${Math.round(ms)} ms, where it usually does or after it failed: try again shortly.`,
    {
      retryable: true,
      trips: false,
      outcome: "timeout",
    },
  );
}
