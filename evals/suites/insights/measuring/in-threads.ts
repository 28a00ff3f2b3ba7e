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
  const shares = await Promise.all(
    Array.from({ length: threads }, (_, from) => {
      const run = { ...job.run, share: { from, step: threads } };
      return inThread({ ...job, run } as MeasuringJob, () => onDone(++done));
    }),
  );
  const length = shares.reduce((sum, { length }) => sum + length, 0);
  return Array.from({ length }, (_, index) => shares[index % threads]?.[Math.floor(index / threads)]);
}

function inThread(workerData: MeasuringJob, onOne: () => void): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./measuring-thread.ts", import.meta.url), { workerData });
    worker.on("message", ({ results }: MeasuringMessage) => (results ? resolve(results) : onOne()));
    worker.on("error", reject);
    worker.on("exit", () => reject(new AppError("INTERNAL", "A measuring thread ended before its results.")));
  });
}
