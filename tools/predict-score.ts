import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { predictLead } from "#knowledge/scoring/predict-lead.ts";
import type { LeadSnapshot } from "#knowledge/scoring/snapshots/snapshot.ts";
import type { LocalVote } from "#knowledge/scoring/votes/vote.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that scores one lead with the workspace's own model, or with the documented prior while it has none. */
export const predictScore = (db: Database) =>
  defineTool({
    name: "predict_score",
    title: "Predict a lead's chance",
    description: "Scores a lead's snapshot with the model that this workspace has trained.",
    input: z.object({ snapshot: z.custom<LeadSnapshot>() }),
    output: z.custom<LocalVote>(),
    effect: "compute",
    permission: "contacts:read",
    run: ({ principal }, { snapshot }) => predictLead(db, principal, snapshot),
    toText: ({ score }) => `${score.score.toFixed(0)} of 100`,
  });
