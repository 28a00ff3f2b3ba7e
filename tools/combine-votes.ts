import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { type CombinedScore, combineVotes as combine } from "#knowledge/scoring/votes/combine-votes.ts";
import { scorerRecords } from "#knowledge/scoring/votes/scorer-records.ts";
import type { LocalVote, Vote } from "#knowledge/scoring/votes/vote.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that weighs other scorers' votes against the statistical score, by what each has foretold before. */
export const combineVotes = (db: Database) => {
  const recordsOf = scorerRecords(db);
  return defineTool({
    name: "combine_votes",
    title: "Combine votes",
    description: "Combines the statistical score with other scorers' votes by weighted log-odds.",
    input: z.object({ local: z.custom<LocalVote>(), votes: z.custom<Vote[]>() }),
    output: z.custom<CombinedScore>(),
    effect: "compute",
    permission: "contacts:read",
    run: async ({ principal }, { local, votes }) =>
      votes.length === 0 ? combine(local, votes) : combine(local, votes, await recordsOf(principal)),
    toText: ({ score }) => `${score.score.toFixed(0)} of 100`,
  });
};
