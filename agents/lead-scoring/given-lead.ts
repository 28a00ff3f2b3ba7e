import { createHash } from "node:crypto";
import type { FieldValue } from "#core/domain/contact.ts";
import { usualChannel } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { LeadView } from "#graphs/lead-scoring/ports.ts";
import { excerptLength, labelOf, readTouch } from "#tools/get-lead.ts";
import { shorten } from "#tools/shorten.ts";
import type { InteractionData, ScoreLeadInput } from "./contract.ts";

const identity = new Set([
  "id",
  "firstName",
  "lastName",
  "email",
  "phone",
  "createdAt",
  "updatedAt",
  "customFields",
  "metadata",
  "status",
  "leadScore",
  "lastContactDate",
]);

/**
 * A lead as the caller brought it along, cut at the moment like a stored one.
 * @throws AppError VALIDATION_FAILED for an interaction in the future.
 */
export function givenLead(input: ScoreLeadInput, asOf: Date, now: Date): LeadView {
  const {
    contact_data: contact = {},
    interaction_history: history = [],
    company_profile: company = {},
  } = input;
  const touches = history.map((item, index) => toTouch(item, index, now)).filter(({ at }) => at < asOf);
  touches.sort((a, b) => b.at.getTime() - a.at.getTime());
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(" ");
  return {
    contact: {
      id: null,
      externalId: null,
      name: name || contact.email || "the given lead",
      company: contact.company ?? null,
      position: contact.position ?? null,
    },
    snapshot: {
      contactId: fingerprint(input),
      asOf,
      createdAt: contact.createdAt ? new Date(contact.createdAt) : null,
      // A company's fields count under their own names, as they stand in a list of leads; the lead's own go first.
      fields: { ...scalars(company), ...scalars(contact), ...contact.customFields },
      interactions: touches.map(({ interaction }) => interaction).reverse(),
    },
    outcome: null,
    touches,
  };
}

function toTouch(item: InteractionData, index: number, now: Date) {
  const at = new Date(item.createdAt);
  if (at > now) {
    throw new AppError(
      "VALIDATION_FAILED",
      `interaction_history[${index}].createdAt is ${item.createdAt}, which lies in the future. Correct the date or leave the interaction out.`,
    );
  }
  const id = item.id ?? `given-${index}`;
  const { type = null, activity = null, direction = null } = item;
  const text = item.content ?? item.subject;
  const { reading, quotes } = readTouch({ content: item.content ?? null, direction, type });
  return {
    id,
    at,
    direction,
    label: labelOf({ type, activity, direction }),
    excerpt: text ? shorten(text, excerptLength) : null,
    quotes,
    interaction: {
      id,
      at,
      type,
      channel: item.channel ?? (type ? usualChannel[type] : null),
      activity,
      direction,
      duration: item.duration ?? null,
      textLength: item.content?.length ?? 0,
      sentiment: item.sentiment?.score ?? null,
      reading,
    },
  };
}

/** Fields that can be scored: plain values, without who the lead is. */
function scalars(fields: Record<string, unknown>): Record<string, FieldValue> {
  const kept: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (identity.has(name)) continue;
    if (value === null || ["string", "number", "boolean"].includes(typeof value))
      kept[name] = value as FieldValue;
  }
  return kept;
}

/** Stands in for an id, so that the same lead given twice is treated alike. */
function fingerprint(input: ScoreLeadInput): string {
  return createHash("sha256")
    .update(JSON.stringify(input.contact_data ?? {}))
    .digest("hex")
    .slice(0, 32);
}
