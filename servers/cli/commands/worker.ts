import { compose } from "../../compose/compose.ts";
import { workedQueues } from "../../worker/queues.ts";
import { startWorker } from "../../worker/start-worker.ts";

/** `rapport worker`: works on jobs until it is told to stop. */
export async function worker(): Promise<void> {
  const rapport = compose();
  try {
    const running = await startWorker(rapport, { queues: workedQueues(rapport) });
    process.stderr.write("Rapport works on jobs (Ctrl-C stops it).\n");
    // The timers of a worker alone keep no process alive.
    const alive = setInterval(() => undefined, 60_000);
    await new Promise<void>((resolve) => {
      process.once("SIGINT", resolve);
      process.once("SIGTERM", resolve);
    });
    clearInterval(alive);
    await running.stop();
  } finally {
    await rapport.close();
  }
}
