import { z } from "zod";
import { parseInput } from "#tools/parse-input.ts";
import type { ApiTools } from "../api-tools.ts";
import type { Operation } from "../operation.ts";
import { toolOperation } from "../tool-operation.ts";

const tags = ["jobs"];

/** Largest file, in bytes. */
const fileLimit = 100_000_000;

/** Imports of files, sent as they are. */
export function importOperations(tools: ApiTools): Operation[] {
  return [sendFile(tools), toolOperation(tools.listImports, { method: "get", path: "/imports", tags })];
}

function sendFile({ startImport: tool }: ApiTools): Operation {
  const { file: _, ...shape } = (tool.input as unknown as z.ZodObject).shape;
  return {
    id: "startImport",
    ...{ method: "post", path: "/imports", tags, status: 202 },
    summary: tool.title,
    description: tool.description,
    permission: tool.permission,
    effect: tool.effect,
    query: z.strictObject(shape),
    rawBody: { types: ["text/csv", "application/x-ndjson", "application/octet-stream"], limit: fileLimit },
    answer: tool.output,
    run: async (context, { query, file }) => {
      const answer = await tool.run(context, parseInput(tool, { ...query, file }));
      return { body: answer, headers: { Location: `/api/v1/jobs/${answer.id}` } };
    },
  };
}
