import { log } from "#core/log.ts";
import type { Database } from "../db/database.ts";
import { type DataVersion, findAnswer, type Looked, storeAnswer } from "./stored-answers.ts";

/** A question under its name, and how it is answered. */
export interface Asked<T> {
  tenantId: string;
  key: string;
  signal: AbortSignal;
  /** The signal ends when nobody waits for the answer any more. */
  answer(signal: AbortSignal): Promise<T>;
  /** Whether an answer may be given again: not one that was made with less than usual. */
  isWhole(answer: T): boolean;
}

export interface Answered<T> {
  answer: T;
  /** Whether it was made before. */
  isKept: boolean;
}

interface Flight {
  version: DataVersion;
  answer: Promise<unknown>;
  waiting: number;
  abandoned: AbortController;
}

/**
 * Answers questions: with what is kept where nothing has changed since, together with whoever asks the same at the same time
 * in this process and may see the same data, or anew. What cannot be looked up or kept costs time, never the answer.
 */
export function askTogether(db: Database) {
  const flights = new Map<string, Flight>();
  return async <T>(asked: Asked<T>): Promise<Answered<T>> => {
    const { tenantId, key, signal } = asked;
    const place = `${tenantId} ${key}`;
    const look = (since?: DataVersion) =>
      db.readTenant(tenantId, (tx) => findAnswer(tx, tenantId, { key, since })).catch(notLookedUp);
    const before = flights.get(place);
    const looked = await look(before?.version);
    if (!looked) return { answer: await asked.answer(signal), isKept: false };
    if (looked.isKept) return { answer: looked.answer as T, isKept: true };
    let flight = flights.get(place);
    // Who asks after a write must not be given an answer that was begun before it.
    const seesTheSame =
      flight &&
      (same(flight.version, looked.version) ||
        (flight === before && looked.isUnchanged) ||
        (await look(flight.version))?.isUnchanged);
    if (!flight || !seesTheSame) {
      flight = start(db, asked, looked.version);
      flights.set(place, flight);
      const started = flight;
      const landed = () => flights.get(place) === started && flights.delete(place);
      started.answer.then(landed, landed);
    }
    return { answer: (await shared(flight, signal)) as T, isKept: false };
  };
}

export type AskTogether = ReturnType<typeof askTogether>;

function start<T>(db: Database, { tenantId, key, answer, isWhole }: Asked<T>, version: DataVersion): Flight {
  const abandoned = new AbortController();
  const made = (async () => {
    const given = await answer(abandoned.signal);
    if (isWhole(given)) {
      await db
        .withTenant(tenantId, (tx) => storeAnswer(tx, tenantId, { key, answer: given, version }), {
          idempotent: true,
        })
        .catch((error: unknown) => log.warn({ err: error }, "an answer could not be kept"));
    }
    return given;
  })();
  return { version, answer: made, waiting: 0, abandoned };
}

/** Waits for a flight as long as the caller does; the last one to leave ends it. */
async function shared(flight: Flight, signal: AbortSignal): Promise<unknown> {
  flight.waiting += 1;
  const { promise: left, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([flight.answer, left]);
  } finally {
    signal.removeEventListener("abort", leave);
    flight.waiting -= 1;
    if (flight.waiting === 0) flight.abandoned.abort();
  }
}

function same(a: DataVersion, b: DataVersion): boolean {
  return a.snapshot === b.snapshot && a.index === b.index;
}

function notLookedUp(error: unknown): Looked | undefined {
  log.warn({ err: error }, "kept answers could not be looked up");
  return undefined;
}
