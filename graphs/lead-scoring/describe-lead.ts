import { redactContactDetails } from "#core/contact-details.ts";
import { personalFields } from "./personal-fields.ts";
import type { LeadView } from "./ports.ts";

const messagesShown = 12;

/**
 * What a language model is told of a lead, as JSON: its fields but the personal ones, counts and the beginnings of the
 * latest messages. Ids and the contact's name are left out. Messages have e-mail addresses and phone numbers taken out;
 * the names that people wrote in them stay.
 */
export function describeLead(lead: LeadView): string {
  const { fields, interactions, asOf, createdAt } = lead.snapshot;
  const personal = personalFields(lead);
  return JSON.stringify({
    as_of: asOf.toISOString(),
    lead_since: createdAt?.toISOString() ?? null,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !personal.has(name))),
    interactions: {
      total: interactions.length,
      inbound: interactions.filter(({ direction }) => direction === "INBOUND").length,
      outbound: interactions.filter(({ direction }) => direction === "OUTBOUND").length,
      last: interactions.at(-1)?.at.toISOString() ?? null,
    },
    latest_messages: lead.touches.flatMap(quoted).slice(0, messagesShown),
  });
}

function quoted({ at, direction, excerpt }: LeadView["touches"][number]) {
  return excerpt === null ? [] : [{ at: at.toISOString(), direction, text: redactContactDetails(excerpt) }];
}
