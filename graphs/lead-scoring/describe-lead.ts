import type { LeadView } from "./ports.ts";

const messagesShown = 12;

/** What is known of a lead, as JSON for a language model: fields, counts and the latest messages, no identity. */
export function describeLead({ snapshot, touches }: LeadView): string {
  const { fields, interactions, asOf, createdAt } = snapshot;
  return JSON.stringify({
    as_of: asOf.toISOString(),
    lead_since: createdAt?.toISOString() ?? null,
    fields,
    interactions: {
      total: interactions.length,
      inbound: interactions.filter(({ direction }) => direction === "INBOUND").length,
      outbound: interactions.filter(({ direction }) => direction === "OUTBOUND").length,
      last: interactions.at(-1)?.at.toISOString() ?? null,
    },
    latest_messages: touches
      .filter(({ excerpt }) => excerpt !== null)
      .slice(0, messagesShown)
      .map(({ at, direction, excerpt }) => ({ at: at.toISOString(), direction, text: excerpt })),
  });
}
