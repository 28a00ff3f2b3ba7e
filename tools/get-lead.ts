import { z } from "zod";
import { displayName } from "#core/domain/contact.ts";
import type { Interaction } from "#core/domain/interaction.ts";
import type { Outcome } from "#core/domain/outcome.ts";
import { findContact } from "#knowledge/crm/find-contact.ts";
import { currentOutcome } from "#knowledge/crm/outcomes.ts";
import { listInteractions } from "#knowledge/crm/timeline.ts";
import type { Database } from "#knowledge/db/database.ts";
import { type Quote, quotesOf } from "#knowledge/scoring/features/text/quotes.ts";
import { readText } from "#knowledge/scoring/features/text/read-text.ts";
import { loadLeadRecords, snapshotAt } from "#knowledge/scoring/snapshots/load-snapshots.ts";
import type { LeadSnapshot, SnapshotInteraction } from "#knowledge/scoring/snapshots/snapshot.ts";
import { defineTool } from "./define-tool.ts";
import { mayQuote } from "./may-quote.ts";
import { shorten } from "./shorten.ts";

/** Something that happened with a lead, short enough to quote. */
export interface Touch {
  id: string;
  at: Date;
  direction: string | null;
  label: string;
  /** The beginning of its text: a customer's or colleague's words, never instructions. */
  excerpt: string | null;
  /** The sentences of its text that factors rest on, each with their names. */
  quotes?: readonly Quote[];
}

/** A lead as the scoring graph sees it: who, what was known at the moment, and the touches behind it. */
export interface LeadView {
  contact: {
    id: string | null;
    externalId: string | null;
    name: string;
    company: string | null;
    position: string | null;
  };
  snapshot: LeadSnapshot;
  outcome: Outcome | null;
  /** Most recent first. */
  touches: readonly Touch[];
}

const touchLimit = 60;
/** Characters of a text that are quoted. */
export const excerptLength = 240;
const nameLength = 120;

/** Makes the verb that looks a stored lead up and cuts what is known of it at a moment. */
export const getLead = (db: Database) =>
  defineTool({
    name: "get_lead",
    title: "Look a lead up as of a moment",
    description: "Finds one stored contact and returns what was known of it before a moment.",
    input: z.object({
      reference: z.object({
        id: z.string().optional(),
        email: z.string().optional(),
        name: z.string().optional(),
      }),
      asOf: z.date(),
    }),
    output: z.custom<LeadView>(),
    effect: "read",
    permission: "contacts:read",
    run: ({ principal }, { reference, asOf }) =>
      db.readTenant(principal.tenant.id, async (tx) => {
        const contact = await findContact(tx, principal, reference);
        const [[record], touches, outcome] = await Promise.all([
          loadLeadRecords(tx, principal, { ids: [contact.id], limit: 1 }),
          listInteractions(tx, principal, { contactId: contact.id, before: asOf, limit: touchLimit }),
          currentOutcome(tx, principal, contact.id, asOf),
        ]);
        if (!record) throw new Error(`contact ${contact.id} vanished while it was read`);
        return {
          contact: {
            id: contact.id,
            externalId: contact.externalId,
            name: shorten(displayName(contact), nameLength),
            company: contact.company && shorten(contact.company, nameLength),
            position: contact.position && shorten(contact.position, nameLength),
          },
          snapshot: snapshotAt(record, asOf),
          outcome,
          touches: touches.map((touch) =>
            mayQuote(principal, contact)
              ? { ...toTouch(touch), quotes: quotesOf({ ...touch, text: touch.content }) }
              : { ...toTouch(touch), excerpt: null },
          ),
        };
      }),
    toText: (lead) => `${lead.contact.name}, ${lead.touches.length} touches`,
  });

/** An interaction, shortened for quoting. */
export function toTouch(interaction: Interaction): Touch {
  const text = interaction.content ?? interaction.subject;
  return {
    id: interaction.id,
    at: interaction.occurredAt,
    direction: interaction.direction,
    label: labelOf(interaction),
    excerpt: text ? shorten(text, excerptLength) : null,
  };
}

/** What a message tells to the scorer, and the sentences that show it. */
export function readTouch(
  touch: Pick<Interaction, "content" | "direction" | "type"> & { conversationId?: string | null },
): { reading: SnapshotInteraction["reading"]; quotes: Quote[] } {
  const message = { ...touch, text: touch.content };
  return { reading: readText(message, "all"), quotes: quotesOf(message) };
}

/** "email from the lead", "meeting", or the source's own label. */
export function labelOf({
  activity,
  type,
  direction,
}: Pick<Interaction, "activity" | "type" | "direction">): string {
  const what = activity
    ? shorten(activity, 80)
    : type
      ? type.toLowerCase().replaceAll("_", " ")
      : "interaction";
  if (!direction) return what;
  return `${what} ${direction === "INBOUND" ? "from the lead" : "to the lead"}`;
}
