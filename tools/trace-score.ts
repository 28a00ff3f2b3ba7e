import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { type ScoreTrace, traceScore as trace } from "#knowledge/scoring/explain/trace-score.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that reads a contact's stored scores, and says why its score moved since a moment. */
export const traceScore = (db: Database) =>
  defineTool({
    name: "trace_score",
    title: "Trace a score",
    description: "Reads the scores that a contact had, and says why its score moved since a moment.",
    input: z.object({ contactId: z.uuid(), since: z.date().optional(), asOf: z.date() }),
    output: z.custom<ScoreTrace>(),
    effect: "compute",
    permission: "contacts:read",
    run: ({ principal }, query) => trace(db, principal, query),
    toText: ({ history }) => `${history.length} stored scores`,
  });
