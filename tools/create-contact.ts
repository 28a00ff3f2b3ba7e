import { z } from "zod";
import { readContactView } from "#knowledge/crm/contact-view.ts";
import { createContact as create } from "#knowledge/crm/create-contact.ts";
import type { Database } from "#knowledge/db/database.ts";
import { scoreContacts } from "#knowledge/scoring/stored-scores/score-contacts.ts";
import { newContactInput } from "./contact-input.ts";
import { contactShape, toContactShape } from "./contact-shape.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that stores a new contact and scores it. */
export const createContact = (db: Database) =>
  defineTool({
    name: "create_contact",
    title: "Create a contact",
    description:
      "Stores a new contact, scores it and returns it. An email or external id that a contact has already is refused.",
    input: z.object(newContactInput),
    output: contactShape,
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, given) => {
      const contact = await db.withTenant(principal.tenant.id, async (tx) => {
        const id = await create(tx, principal, given);
        await scoreContacts(tx, principal, [id]);
        return readContactView(tx, principal, id);
      });
      return toContactShape(contact);
    },
    toText: ({ fullName, id }) => `Stored ${fullName} as ${id}.`,
  });
