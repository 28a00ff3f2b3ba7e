import {
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  isBrokenCircuitError,
} from "cockatiel";
import { ModelError } from "./failure.ts";

/** Runs work unless the model has failed too often of late. */
export type Breaker = <T>(work: () => Promise<T>) => Promise<T>;

const failures = 3;
const firstRestMs = 30_000;
const longestRestMs = 600_000;

/**
 * A circuit breaker for one model: after 3 failures in a row it fails at once for 30 s, lets one call try, and rests
 * twice as long after each trial that fails, up to 10 minutes. Only a ModelError that `trips` counts: an answer that
 * does not fit, a refused request or a caller who hangs up says nothing about the model's health.
 */
export function createBreaker(id: string): Breaker {
  let restsUntil = 0;
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof ModelError && error.trips),
    {
      breaker: new ConsecutiveBreaker(failures),
      halfOpenAfter: new DelegateBackoff(({ attempt }: { attempt: number }) => {
        const rest = Math.min(firstRestMs * 2 ** (attempt - 1), longestRestMs);
        restsUntil = Date.now() + rest;
        return rest;
      }),
    },
  );
  return async (work) => {
    try {
      return await policy.execute(work);
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      const seconds = Math.max(1, Math.ceil((restsUntil - Date.now()) / 1_000));
      throw new ModelError(`${id} failed repeatedly and is left alone: it is tried again in ${seconds} s.`, {
        retryable: true,
        trips: false,
        outcome: "open",
      });
    }
  };
}
