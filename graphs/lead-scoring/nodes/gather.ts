import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

/** Takes the lead that the caller brought along, or looks the stored one up as of the moment. */
export const gather =
  ({ getLead }: LeadScoringTools) =>
  async ({ request }: LeadScoringState): Promise<LeadScoringUpdate> => {
    const startedAt = performance.now();
    if (request.given) return { startedAt, lead: request.given };
    const { context, reference = {}, asOf } = request;
    return { startedAt, lead: await getLead.run(context, { reference, asOf }) };
  };
