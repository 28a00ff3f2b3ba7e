import { setTimeout as sleep } from "node:timers/promises";

export interface Patience {
  /** Requests in all, the first included. */
  attempts: number;
  /** Milliseconds one request may take. */
  timeoutMs: number;
  /** Milliseconds before the second request; each further pause is twice as long. */
  pauseMs: number;
}

/** What the server's clock of writes says: the number of a write, or up to which a read saw them. */
export interface Sequence {
  written?: number;
  seen?: number;
}

const pauseAtMostMs = 20_000;

/**
 * A fetch for Pinecone's client that tries again after HTTP 429 and 5xx and when no answer came, waits as long as the server
 * asks for, and ends with the caller's signal. The client's own retries leave out 429 and lost connections. Every request
 * may be repeated: writes are by id.
 * @param onSequence called with the log sequence numbers of each answer, which the client does not hand on.
 */
export function patientFetch(
  { attempts, timeoutMs, pauseMs }: Patience,
  signal?: AbortSignal,
  onSequence: (sequence: Sequence) => void = () => {},
): typeof fetch {
  return async (url, init) => {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      const limit = AbortSignal.timeout(timeoutMs);
      const until = signal ? AbortSignal.any([signal, limit]) : limit;
      const outcome = await fetch(url, { ...init, signal: until }).catch((error: unknown) => ({ error }));
      const last = attempt >= attempts || signal?.aborted;
      if ("error" in outcome) {
        if (last) throw outcome.error;
      } else if (last || !isPassing(outcome.status)) {
        onSequence(sequenceOf(outcome.headers));
        return outcome;
      }
      const asked = "error" in outcome ? undefined : retryAfterMs(outcome.headers);
      if (!("error" in outcome)) await outcome.body?.cancel();
      await sleep(asked ?? jittered(pauseMs * 2 ** (attempt - 1)), undefined, { signal });
    }
  };
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** Seconds or a date, as RFC 9110 has it. */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (!value) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(pauseAtMostMs, Math.max(0, ms));
}

function jittered(ms: number): number {
  return Math.min(pauseAtMostMs, ms * (0.5 + Math.random() / 2));
}

function sequenceOf(headers: Headers): Sequence {
  return {
    written: numberOf(headers.get("x-pinecone-request-lsn")),
    seen: numberOf(headers.get("x-pinecone-max-indexed-lsn")),
  };
}

function numberOf(value: string | null): number | undefined {
  return value === null || Number.isNaN(Number(value)) ? undefined : Number(value);
}
