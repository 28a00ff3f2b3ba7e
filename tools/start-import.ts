import { z } from "zod";
import type { Principal } from "#core/principal.ts";
import type { Database } from "#knowledge/db/database.ts";
import { createImportJob } from "#knowledge/jobs/create-import-job.ts";
import { importKinds, importSettings } from "#knowledge/jobs/import-job-input.ts";
import { defineTool } from "./define-tool.ts";
import { startedJob } from "./job-shape.ts";

const input = importSettings.extend({
  kind: z.enum(importKinds),
  fileName: z.string().min(1).max(200).default("upload").describe("What the file is called in the history."),
  file: z.custom<AsyncIterable<Uint8Array>>(isStream, "send the file as the body"),
});

/** Makes the verb that takes a file in and asks for its import. */
export const startImport = (db: Database) =>
  defineTool({
    name: "start_import",
    title: "Import a file",
    description:
      "Takes in a file (CSV for contacts, companies and interactions, JSON Lines for conversations and articles) and asks for its import by a worker. The job says how far it is and which rows were left out.",
    input,
    output: startedJob,
    effect: "write",
    permission: "imports:write",
    run: async ({ principal }: { principal: Principal }, { kind, fileName, file, ...settings }) => {
      const { id, status } = await createImportJob(db, principal, { kind, fileName, settings, file });
      return { id, status };
    },
    toText: ({ id }) => `Asked for as job ${id}.`,
  });

function isStream(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
