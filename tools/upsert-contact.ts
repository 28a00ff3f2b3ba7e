import { z } from "zod";
import { readContactView } from "#knowledge/crm/contact-view.ts";
import { upsertContact as upsert } from "#knowledge/crm/upsert-contact.ts";
import type { Database } from "#knowledge/db/database.ts";
import { scoreContacts } from "#knowledge/scoring/stored-scores/score-contacts.ts";
import { contactChangeInput } from "./contact-input.ts";
import { contactShape, toContactShape } from "./contact-shape.ts";
import { defineTool } from "./define-tool.ts";

const { externalId: _, ...fields } = contactChangeInput;
const input = z.object({
  externalId: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe("The id that the calling system knows the contact by."),
  ...fields,
});

/** Makes the verb that changes the contact with an external id, or stores a new one. */
export const upsertContact = (db: Database) =>
  defineTool({
    name: "upsert_contact",
    title: "Create or update a contact by external id",
    description:
      "Changes the fields that are given of the contact with this external id; without one, stores it.",
    input,
    output: z.object({ contact: contactShape, created: z.boolean() }),
    effect: "write",
    permission: "contacts:write",
    run: ({ principal }, { externalId, ...given }) =>
      db.withTenant(principal.tenant.id, async (tx) => {
        const { contact, created } = await upsert(tx, principal, { externalId, given });
        if (!created) return { contact: toContactShape(contact), created };
        await scoreContacts(tx, principal, [contact.id]);
        return { contact: toContactShape(await readContactView(tx, principal, contact.id)), created };
      }),
    toText: ({ contact, created }) => `${created ? "Stored" : "Changed"} ${contact.fullName}.`,
  });
