import { Worker } from "node:worker_threads";
import { AppError } from "#core/errors.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import type { TrainedLeadModel, TrainingOptions } from "./trained-lead-model.ts";

/** What a training thread is started with: plain data, copied into it. */
export interface TrainingJob {
  leads: readonly LabelledLead[];
  options: Omit<TrainingOptions, "onProgress" | "signal">;
}

/** What a training thread says: how far it is (0–1), and at the end one of the others. */
export interface TrainingMessage {
  progress?: number;
  model?: TrainedLeadModel;
  failure?: Pick<AppError, "code" | "message" | "retryable">;
}

/**
 * Trains as `trainLeadModel` does, in a thread of its own, so that this one goes on answering. Aborting ends the thread.
 * @throws the signal's reason when aborted; AppError INTERNAL when the thread dies, such as from want of memory.
 */
export async function trainInWorker(
  leads: readonly LabelledLead[],
  { onProgress, signal, ...options }: TrainingOptions,
): Promise<TrainedLeadModel> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const workerData: TrainingJob = { leads, options };
    const worker = new Worker(new URL("./training-worker.ts", import.meta.url), { workerData });
    const end = (settle: () => void) => {
      signal?.removeEventListener("abort", abort);
      settle();
      void worker.terminate();
    };
    const abort = () => end(() => reject(signal?.reason));
    signal?.addEventListener("abort", abort);
    worker.on("message", ({ progress, model, failure }: TrainingMessage) => {
      if (progress !== undefined) onProgress?.(progress);
      if (model) end(() => resolve(model));
      if (failure) end(() => reject(new AppError(failure.code, failure.message, failure)));
    });
    worker.on("error", (cause) => end(() => reject(died(cause))));
    worker.on("exit", () => end(() => reject(died())));
  });
}

function died(cause?: unknown): AppError {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  return new AppError(
    "INTERNAL",
    `The training thread ended before the model was ready${why}. Train again.`,
    {
      cause,
    },
  );
}
