import { AppError } from "#core/errors.ts";
import type { Rapport } from "../../compose/compose.ts";
import { print } from "../output.ts";
import { textTable } from "../text-table.ts";
import { withRapport } from "../with-rapport.ts";

interface Shared {
  json?: boolean;
}

type Job = Awaited<ReturnType<Rapport["operations"]["listQueuedJobs"]>>[number];

interface ListOptions extends Shared {
  queue?: string;
  state?: Job["state"];
  limit?: number;
}

/** `rapport jobs list`. */
export async function listJobs({ json, ...query }: ListOptions): Promise<void> {
  await withRapport(async ({ operations }) =>
    show(await operations.listQueuedJobs(query), { json: json ?? false }),
  );
}

/** `rapport jobs dead`. */
export async function listDead(options: Shared): Promise<void> {
  await withRapport(async ({ operations }) => show(await operations.listDeadLetters(), options));
}

/** `rapport jobs show <id>`. */
export async function showJob(id: string, options: Shared): Promise<void> {
  await withRapport(async ({ operations }) => {
    const job = await operations.showQueuedJob(id);
    print(job, options, () => JSON.stringify(job, null, 2));
  });
}

/** `rapport jobs requeue <id>|--all`. */
export async function requeue(
  id: string | undefined,
  { all = false, ...options }: Shared & { all?: boolean },
): Promise<void> {
  if ((id === undefined) !== all) {
    throw new AppError("VALIDATION_FAILED", "Say which: rapport jobs requeue <id>, or --all.");
  }
  await withRapport(async ({ operations }) => {
    const requeued = await operations.requeueDeadLetters(id === undefined ? undefined : [id]);
    print({ requeued }, options, () => `Put back: ${requeued}. They are tried again by the next worker.`);
  });
}

function show(jobs: readonly Job[], options: Shared): void {
  print(jobs, options, () =>
    jobs.length === 0
      ? "None."
      : textTable(
          ["id", "queue", "state", "tries", "created", "tenant", "error"],
          jobs.map((job) => [
            job.id,
            job.from ?? job.queue,
            job.state,
            String(job.retries),
            job.createdAt.toISOString().slice(0, 19).replace("T", " "),
            job.payload?.tenant ?? "all",
            job.error ?? "",
          ]),
          7,
        ).join("\n"),
  );
}
