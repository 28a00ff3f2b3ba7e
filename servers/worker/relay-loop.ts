import { log } from "#core/log.ts";

const everyMs = 250;
const longestPauseMs = 10_000;

/** Passes on again and again until it is stopped: at once while more waits, with growing pauses while it fails. */
export function startRelay(pass: () => Promise<{ isFull: boolean }>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    for (let pause = everyMs; !signal.aborted; ) {
      const isFull = await pass().then(
        (done) => {
          pause = everyMs;
          return done.isFull;
        },
        (error: unknown) => {
          pause = Math.min(pause * 2, longestPauseMs);
          log.error({ err: error, nextInMs: pause }, "events were not made into jobs");
          return false;
        },
      );
      if (!isFull) await waited(pause, signal);
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

function waited(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
