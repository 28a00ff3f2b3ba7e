import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

const comparableCount = 5;

/** Holds the lead against past leads whose reasons were most alike, and against its own past. */
export const compare =
  ({ findComparableLeads, traceScore }: LeadScoringTools) =>
  async ({ request, lead }: LeadScoringState): Promise<LeadScoringUpdate> => {
    const { context, since, asOf } = request;
    const { id: contactId } = lead.contact;
    const [comparable, trace] = await Promise.all([
      findComparableLeads.run(context, { snapshot: lead.snapshot, limit: comparableCount }),
      contactId ? traceScore.run(context, { contactId, since, asOf }) : { history: [], change: null },
    ]);
    return { comparable, trace };
  };
