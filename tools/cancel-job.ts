import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { cancelJob as cancel } from "#knowledge/jobs/create-job.ts";
import { defineTool } from "./define-tool.ts";
import { jobId, ownJobsOnly } from "./job-id.ts";

/** Makes the verb that calls a background job off. */
export const cancelJob = (db: Database) =>
  defineTool({
    name: "cancel_job",
    title: "Call off a job",
    description:
      "Calls a background job off: one that waits never begins, one that runs ends soon. What it has done stays.",
    input: z.object({ id: jobId }),
    output: z.object({ id: z.string() }),
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, { id }) => {
      await cancel(db, principal, { id, createdBy: ownJobsOnly(principal, "contacts:write") });
      return { id };
    },
    toText: ({ id }) => `Called off ${id}.`,
  });
