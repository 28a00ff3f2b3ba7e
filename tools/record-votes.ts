import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { recordVotes as record } from "#knowledge/scoring/votes/record-votes.ts";
import type { LocalVote, Vote } from "#knowledge/scoring/votes/vote.ts";
import { defineTool } from "./define-tool.ts";

/**
 * Makes the verb that keeps votes on a stored, open lead until its outcome can judge them. Whoever may have a lead scored
 * may use it: what it keeps is about the scorers.
 */
export const recordVotes = (db: Database) =>
  defineTool({
    name: "record_votes",
    title: "Record votes",
    description: "Keeps what scorers said of an open lead, to be held against its outcome later.",
    input: z.object({ contactId: z.string(), local: z.custom<LocalVote>(), votes: z.custom<Vote[]>() }),
    output: z.null(),
    effect: "write",
    permission: "contacts:read",
    run: async ({ principal }, votes) => {
      const { id } = principal.tenant;
      await db.withTenant(id, (tx) => record(tx, principal, votes), { idempotent: true });
      return null;
    },
    toText: () => "Recorded, unless the lead has ended.",
  });
