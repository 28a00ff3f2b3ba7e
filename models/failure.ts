import { AppError } from "#core/errors.ts";
import type { ModelOutcome } from "#core/model-call.ts";
import { describeErrors, errorChain, httpStatusOf, networkFaultOf } from "./error-chain.ts";

/** Why a model gave no usable answer. `trips` says whether it counts towards leaving the model alone for a while. */
export class ModelError extends AppError {
  readonly trips: boolean;
  readonly outcome: ModelOutcome;

  constructor(
    message: string,
    options: { retryable: boolean; trips: boolean; outcome?: ModelOutcome; cause?: unknown },
  ) {
    super("AI_SERVICE_UNAVAILABLE", message, options);
    this.trips = options.trips;
    this.outcome = options.outcome ?? "failed";
  }
}

/** Who is asked, and with which credential. */
export interface Identity {
  /** `provider:model`. */
  id: string;
  /** The environment variable to look at when the credential is refused. */
  credential: string;
  /** Values that must not appear in any message. */
  secrets: readonly string[];
}

/** How a call ended that threw. */
export function outcomeOf(error: unknown): ModelOutcome {
  if (error instanceof ModelError) return error.outcome;
  return error instanceof AppError && error.code === "CANCELLED" ? "cancelled" : "failed";
}

interface Meaning {
  /** The rest of a sentence that begins with the model's id. */
  says: string;
  retryable: boolean;
  trips: boolean;
}

/**
 * Says shortly what a client's error means. What failed at the provider or on the way trips the breaker; what the
 * provider refused in this one request does not, or one customer's text could silence the model for all others.
 */
export function toModelError(error: unknown, who: Identity): ModelError {
  if (error instanceof ModelError) return error;
  const links = errorChain(error);
  const status = httpStatusOf(links);
  const fault = networkFaultOf(links);
  const { says, retryable, trips } = status ? meaningOf(status, who) : fault ? unreachable(fault) : noAnswer;
  const cause = new Error(describeErrors(links, who.secrets) || typeof error);
  const outcome = status && status < 500 ? "refused" : "failed";
  return new ModelError(`${who.id} ${says}`, { retryable, trips, outcome, cause });
}

function meaningOf(status: number, { credential }: Identity): Meaning {
  const http = `(HTTP ${status})`;
  const permanent = { retryable: false, trips: true };
  const passing = { retryable: true, trips: true };
  if (status === 401 || status === 403)
    return { says: `refused the credential ${http}: check ${credential}.`, ...permanent };
  if (status === 404)
    return { says: `is not to be found there ${http}: check the model's name.`, ...permanent };
  if (status === 429)
    return { says: `is over its rate limit or quota ${http}: try again later.`, ...passing };
  if (status === 408 || status >= 500) return { says: `failed ${http}: try again later.`, ...passing };
  return { says: `refused this request ${http}.`, retryable: false, trips: false };
}

function unreachable({ code }: { code?: string }): Meaning {
  const detail = code ? ` (${code})` : "";
  return {
    says: `cannot be reached${detail}: check its base URL and the network.`,
    retryable: true,
    trips: true,
  };
}

const noAnswer: Meaning = { says: "gave no answer to this request.", retryable: false, trips: false };
