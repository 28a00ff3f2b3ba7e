import { compose, type Rapport } from "../compose/compose.ts";

/** Composes the product for one command and closes it afterwards, whatever happens; Ctrl-C stops the work cleanly. */
export async function withRapport<T>(
  work: (rapport: Rapport, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const rapport = compose();
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    return await work(rapport, interrupt.signal);
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    await rapport.close();
  }
}
