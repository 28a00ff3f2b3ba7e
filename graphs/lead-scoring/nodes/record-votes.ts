import type { NodeError } from "@langchain/langgraph";
import { log } from "#core/log.ts";
import type { LeadScoringTools } from "../ports.ts";
import type { LeadScoringState, LeadScoringUpdate } from "../state.ts";

/** Whether the lead's outcome can judge these votes one day: a vote on an ended lead or on its past would be hindsight. */
export function areToBeRecorded({ isLive, lead, votes }: LeadScoringState): boolean {
  return isLive && lead.contact.id !== null && lead.outcome === null && votes.length > 0;
}

/** Keeps the votes, in one insert while the answer is made ready. */
export const recordVotes =
  (tools: LeadScoringTools) =>
  async ({ request, lead, local, votes }: LeadScoringState): Promise<LeadScoringUpdate> => {
    const { id: contactId } = lead.contact;
    if (contactId !== null) await tools.recordVotes.run(request.context, { contactId, local, votes });
    return {};
  };

/** A record that is not kept costs the scorers a lead to be judged by; the answer stands. */
export function leaveUnrecorded(_state: unknown, { error }: NodeError): LeadScoringUpdate {
  log.warn({ err: error }, "votes were not recorded");
  return {};
}
