import { AppError } from "#core/errors.ts";
import { type Identity, ModelError, toModelError } from "./failure.ts";

export interface GuardOptions extends Identity {
  /** Milliseconds for the whole work, whatever number of requests it makes. */
  timeoutMs: number;
  /** False leaves the breaker out, for models that live in memory. */
  breaker?: boolean;
}

/** Runs work on a model under its time limit, or a shorter one of this work, and its breaker. @throws AppError AI_SERVICE_UNAVAILABLE or CANCELLED */
export type Guard = <T>(
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  timeoutMs?: number,
) => Promise<T>;

/** Makes the guard of one model. The signal handed to the work ends it when the caller leaves or the time is up. */
export function createGuard(options: GuardOptions): Guard {
  const breaker = options.breaker === false ? undefined : lazyBreaker(options.id);
  return async (caller, work, shorter = options.timeoutMs) => {
    const timeoutMs = Math.ceil(Math.min(shorter, options.timeoutMs));
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = caller ? AbortSignal.any([caller, limit]) : limit;
    const began = performance.now();
    const explain = (error: unknown) => {
      // A caller with a time limit of its own, about as long, gives up a moment before ours does.
      if (ranOut(caller) && performance.now() - began > timeoutMs * aboutAll)
        return tooSlow({ ...options, timeoutMs });
      if (caller?.aborted)
        return new AppError("CANCELLED", "The request was cancelled.", { cause: caller.reason });
      if (limit.aborted) return tooSlow({ ...options, timeoutMs });
      return error instanceof AppError ? error : toModelError(error, options);
    };
    const attempt = async () => {
      try {
        return await unlessAborted(() => work(signal), signal);
      } catch (error) {
        throw explain(error);
      }
    };
    try {
      if (!breaker) return await attempt();
      // Waiting for another call's trial must end with the signal too.
      return await unlessAborted(async () => (await breaker())(attempt), signal);
    } catch (error) {
      throw explain(error);
    }
  };
}

/** Such a share of its time limit says that the model is slow, not that the caller was in a hurry. */
const aboutAll = 0.75;

function ranOut(caller: AbortSignal | undefined): boolean {
  return caller?.aborted === true && caller.reason instanceof Error && /Timeout/.test(caller.reason.name);
}

function tooSlow({ id, timeoutMs }: GuardOptions): ModelError {
  return new ModelError(
    `${id} did not answer within ${timeoutMs} ms: try again, or raise RAPPORT_MODEL_TIMEOUT_MS.`,
    { retryable: true, trips: true, outcome: "timeout" },
  );
}

/** Loads the breaker's library on the first call: opening a model must stay cheap. */
function lazyBreaker(id: string) {
  let made: Promise<import("./breaker.ts").Breaker> | undefined;
  return () => {
    made ??= import("./breaker.ts").then(({ createBreaker }) => createBreaker(id));
    return made;
  };
}

/** Settles with the work, or with the signal's reason even if the work does not heed the signal. */
async function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
