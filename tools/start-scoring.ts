import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { createJob } from "#knowledge/jobs/create-job.ts";
import { defineTool } from "./define-tool.ts";
import { startedJob } from "./job-shape.ts";

/** Makes the verb that asks for the scores of many contacts to be made anew. */
export const startScoring = (db: Database) =>
  defineTool({
    name: "start_scoring",
    title: "Score many contacts",
    description:
      "Asks for the stored scores that are out of date to be made anew, by a worker. The job says how far it is.",
    input: z.object({
      scope: z
        .enum(["open", "all"])
        .default("open")
        .describe("open: leads that have not ended; all: every contact."),
    }),
    output: startedJob,
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, { scope }) => {
      const { id, status } = await db.withTenant(principal.tenant.id, (tx) =>
        createJob(tx, principal, { kind: "score", input: { scope } }),
      );
      return { id, status };
    },
    toText: ({ id }) => `Asked for as job ${id}.`,
  });
