import type { CustomerJourneyState } from "#graphs/customer-journey/state.ts";
import { shorten } from "#tools/shorten.ts";
import type { AnalyzeCustomerJourneyOutput } from "./contract.ts";
import { journeyNotes } from "./journey-notes.ts";
import { toStages } from "./stages-shown.ts";

const speakerLength = 100;

/** The answer from the graph's final state. */
export function toAnalyzed(state: CustomerJourneyState): AnalyzeCustomerJourneyOutput {
  const { request, found, comparison, painPoints, next, wording } = state;
  const { contact, journey, outcome } = found;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    contact: {
      contact_id: contact.id,
      external_id: contact.externalId,
      name: contact.name,
      company: contact.company,
    },
    summary: wording.explanation,
    outcome: outcome && { result: outcome.result, at: outcome.at?.toISOString() ?? null },
    current_stage: journey.current?.name ?? null,
    started_at: iso(journey.startedAt),
    ended_at: iso(journey.endedAt),
    journey_stages: toStages(state),
    pain_points: painPoints.map(({ text }) => text),
    optimization_opportunities: comparison.opportunities.map(({ text }) => text),
    pain_point_details: painPoints.map(({ kind, text, at, messageIds, quote, speaker, detail }) => ({
      kind,
      text,
      at: at.toISOString(),
      message_ids: messageIds,
      quote,
      speaker: speaker === null ? null : shorten(speaker, speakerLength),
      numbers: detail,
    })),
    opportunity_details: comparison.opportunities.map(({ wonN, lostN, ...told }) => ({
      ...told,
      won_peers: wonN,
      lost_peers: lostN,
    })),
    next_best_action: {
      action: next.action,
      reason: next.reason,
      basis: next.basis,
      message_ids: next.messageIds,
    },
    recommendations: wording.recommendations,
    peers: { won: comparison.won, lost: comparison.lost, as_of: comparison.peersAsOf.toISOString() },
    as_of: request.asOf.toISOString(),
    time_zone: request.timeZone,
    engine: wording.engine,
    notes: journeyNotes(state),
  };
}
