import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

const comparableCount = 5;

/** Finds past leads whose reasons were most alike, with their outcomes. */
export const compare =
  ({ findComparableLeads }: LeadScoringTools) =>
  async ({ request, lead }: LeadScoringState): Promise<LeadScoringUpdate> => ({
    comparable: await findComparableLeads.run(request.context, {
      snapshot: lead.snapshot,
      limit: comparableCount,
    }),
  });
