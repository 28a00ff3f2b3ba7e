import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { findJob } from "#knowledge/jobs/background-job.ts";
import { noJob } from "#knowledge/jobs/create-job.ts";
import { defineTool } from "./define-tool.ts";
import { jobId, ownJobsOnly } from "./job-id.ts";
import { jobShape, toJobShape } from "./job-shape.ts";

/** Makes the verb that says how far a background job is, and what it came to. */
export const getJob = (db: Database) =>
  defineTool({
    name: "get_job",
    title: "Get a job",
    description: "Says how far a background job is, and what it came to.",
    input: z.object({ id: jobId }),
    output: jobShape,
    effect: "read",
    permission: "contacts:read",
    run: async ({ principal }, { id }) => {
      const createdBy = ownJobsOnly(principal, "contacts:read");
      const job = await db.readTenant(principal.tenant.id, (tx) => findJob(tx, principal, { id, createdBy }));
      if (!job) throw noJob();
      return toJobShape(job);
    },
    toText: ({ kind, status }) => `${kind}: ${status}`,
  });
