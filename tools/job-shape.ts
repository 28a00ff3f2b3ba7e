import { z } from "zod";
import { type BackgroundJob, jobKinds, jobStatuses } from "#knowledge/jobs/background-job.ts";

/** A background job as callers see it. */
export const jobShape = z.object({
  id: z.string(),
  kind: z.enum(jobKinds),
  status: z.enum(jobStatuses),
  progress: z.int().describe("Parts of total that are done: contacts looked at, or bytes read."),
  total: z.int().nullable().describe("Null while it is not known."),
  input: z.record(z.string(), z.unknown()).describe("What was asked for."),
  result: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("Of a job that is done: score {scored, modelId}, import its summary with up to 100 bad rows."),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type JobShape = z.infer<typeof jobShape>;

/** What is told of a job that was just asked for. */
export const startedJob = z.object({ id: z.string(), status: z.enum(jobStatuses) });

export function toJobShape(job: BackgroundJob): JobShape {
  const { createdAt, startedAt, finishedAt, ...rest } = job;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
