import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

/** Lets the workspace's statistical model vote; the one scorer whose failure fails the whole. */
export const predict =
  ({ predictScore }: LeadScoringTools) =>
  async ({ request, lead }: LeadScoringState): Promise<LeadScoringUpdate> => ({
    local: await predictScore.run(request.context, { snapshot: lead.snapshot }),
  });
