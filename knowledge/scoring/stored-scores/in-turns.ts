import { setImmediate as pause } from "node:timers/promises";

/** Few: an open transaction waits for this process between its statements and for each stretch of their rows. */
const atOnce = 20;

/** A page's items a few at a time, with a pause before each few for what else this process has to do. @throws when aborted */
export async function* inTurns<T>(items: readonly T[], signal?: AbortSignal): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += atOnce) {
    await pause();
    signal?.throwIfAborted();
    yield items.slice(start, start + atOnce);
  }
}
