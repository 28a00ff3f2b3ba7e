import { Worker } from "node:worker_threads";
import { AppError } from "#core/errors.ts";
import type { NullResult, NullRun } from "./measure-null.ts";
import type { PlantedResult, PlantedRun } from "./measure-planted.ts";

/** What a thread is started with: plain data, copied into it. */
export type MeasuringJob =
  | { part: "null"; run: Omit<NullRun, "onDone"> }
  | { part: "planted"; run: Omit<PlantedRun, "onDone"> };

/** What a thread says: that one more workspace is done, and at the end all its results. */
export interface MeasuringMessage {
  done?: number;
  results?: unknown[];
}

/** As many as a small machine has cores: analysing takes longer than the database does. */
const threads = 2;

/** Measures in threads of their own, each its share of the cases. @returns the results in the cases' order */
export async function inThreads(
  job: Extract<MeasuringJob, { part: "null" }>,
  onDone: (done: number) => void,
): Promise<NullResult[]>;
export async function inThreads(
  job: Extract<MeasuringJob, { part: "planted" }>,
  onDone: (done: number) => void,
): Promise<PlantedResult[]>;
export async function inThreads(job: MeasuringJob, onDone: (done: number) => void): Promise<unknown[]> {
  let done = 0;
  const workers = Array.from({ length: threads }, (_, from) => {
    const workerData = { ...job, run: { ...job.run, share: { from, step: threads } } };
    return new Worker(new URL("./measuring-thread.ts", import.meta.url), { workerData });
  });
  try {
    const shares = await Promise.all(workers.map((worker) => resultsOf(worker, () => onDone(++done))));
    return inOrder(shares);
  } finally {
    // When one fails the others have nothing more to tell.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The cases in their order: of n threads the k-th had every n-th case from the k-th on. */
function inOrder(shares: readonly unknown[][]): unknown[] {
  const length = shares.reduce((sum, { length }) => sum + length, 0);
  return Array.from({ length }, (_, index) => shares[index % threads]?.[Math.floor(index / threads)]);
}

function resultsOf(worker: Worker, onOne: () => void): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    worker.on("message", ({ results }: MeasuringMessage) => (results ? resolve(results) : onOne()));
    worker.on("error", reject);
    worker.on("exit", () => reject(new AppError("INTERNAL", "A measuring thread ended before its results.")));
  });
}
