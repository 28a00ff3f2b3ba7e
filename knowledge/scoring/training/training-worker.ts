import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#core/errors.ts";
import { trainLeadModel } from "./train.ts";
import type { TrainingJob, TrainingMessage } from "./train-in-worker.ts";

// The body of a training thread: trains what it was started with, tells how far it is, and ends with the model or the
// error. What is no AppError ends the thread, and whoever started it hears of that.

const { leads, options } = workerData as TrainingJob;
const tell = (message: TrainingMessage) => parentPort?.postMessage(message);
let told = -1;
/** Learners stop for breath hundreds of times; a message for each percent is enough. */
const onProgress = (progress: number) => {
  if (progress < told + 0.01) return;
  told = progress;
  tell({ progress });
};
try {
  const model = await trainLeadModel(leads, { ...options, onProgress });
  tell({ model });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const { code, message, retryable } = error;
  tell({ failure: { code, message, retryable } });
}
