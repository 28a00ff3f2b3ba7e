import { z } from "zod";
import { type CombinedScore, combineVotes as combine } from "#knowledge/scoring/votes/combine-votes.ts";
import type { LocalVote, Vote } from "#knowledge/scoring/votes/vote.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that weighs other scorers' votes against the statistical score. */
export const combineVotes = () =>
  defineTool({
    name: "combine_votes",
    title: "Combine votes",
    description: "Combines the statistical score with other scorers' votes by weighted log-odds.",
    input: z.object({ local: z.custom<LocalVote>(), votes: z.custom<Vote[]>() }),
    output: z.custom<CombinedScore>(),
    effect: "compute",
    permission: "contacts:read",
    run: async (_context, { local, votes }) => combine(local, votes),
    toText: ({ score }) => `${score.score.toFixed(0)} of 100`,
  });
