import { z } from "zod";
import { type Contact, displayName } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { findContact } from "#knowledge/crm/find-contact.ts";
import type { Database } from "#knowledge/db/database.ts";
import { type LoadedJourney, loadJourney } from "#knowledge/journeys/load-journey.ts";
import { defineTool } from "./define-tool.ts";
import { ownOnly } from "./passage-filter-input.ts";
import { shorten } from "./shorten.ts";

/** A contact's journey, and whose it is. */
export interface FoundJourney extends LoadedJourney {
  contact: { id: string; externalId: string | null; name: string; company: string | null };
}

const nameLength = 120;

/** Makes the verb that reads a stored contact's journey as it was known just before a moment. */
export const getJourney = (db: Database) =>
  defineTool({
    name: "get_journey",
    title: "Read a contact's journey",
    description:
      "Finds one stored contact and reads which stages it reached, when, and by which interactions.",
    input: z.object({
      reference: z.object({
        id: z.string().optional(),
        email: z.string().optional(),
        name: z.string().optional(),
      }),
      asOf: z.date(),
    }),
    output: z.custom<FoundJourney>(),
    effect: "read",
    permission: "interactions:read",
    run: ({ principal }, { reference, asOf }) =>
      db.readTenant(principal.tenant.id, async (tx) => {
        const contact = await findContact(tx, principal, reference);
        mayBeSeen(principal, contact);
        return {
          ...(await loadJourney(tx, principal, { contactId: contact.id, asOf })),
          contact: {
            id: contact.id,
            externalId: contact.externalId,
            name: shorten(displayName(contact), nameLength),
            company: contact.company && shorten(contact.company, nameLength),
          },
        };
      }),
    toText: ({ contact, journey }) => `${contact.name}: ${journey.current?.name ?? "no stage yet"}`,
  });

function mayBeSeen(principal: Principal, contact: Contact): void {
  const { assignedTo } = ownOnly(principal);
  if (assignedTo === undefined || contact.assignedTo === assignedTo) return;
  throw new AppError(
    "NOT_FOUND",
    `No contact of that name or id is assigned to ${assignedTo} in workspace ${principal.tenant.name}. Ask for one of your own, or have it assigned to you.`,
  );
}
