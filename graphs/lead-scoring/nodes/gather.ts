import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

/** A moment this close to the call counts as now. */
const liveWithinMs = 60_000;

/** Takes the lead that the caller brought along, or looks the stored one up as of the moment. */
export const gather =
  ({ getLead }: LeadScoringTools) =>
  async ({ request }: LeadScoringState): Promise<LeadScoringUpdate> => {
    const startedAt = performance.now();
    if (request.given) return { startedAt, isLive: false, lead: request.given };
    const { context, reference = {}, asOf } = request;
    const isLive = Date.now() - asOf.getTime() < liveWithinMs;
    return { startedAt, isLive, lead: await getLead.run(context, { reference, asOf }) };
  };
