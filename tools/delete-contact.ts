import { z } from "zod";
import { deleteContact as remove } from "#knowledge/crm/delete-contact.ts";
import type { Database } from "#knowledge/db/database.ts";
import { contactId, ifMatch, versionOf } from "./contact-id.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that deletes a contact and all that hangs on it. */
export const deleteContact = (db: Database) =>
  defineTool({
    name: "delete_contact",
    title: "Delete a contact",
    description:
      "Deletes a contact with its history, interactions, conversations, scores, drafts and follow-ups.",
    input: z.object({ id: contactId, ifMatch }),
    output: z.object({ id: z.string() }),
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, { id, ifMatch: header }) => {
      const version = versionOf(header);
      await db.withTenant(principal.tenant.id, (tx) => remove(tx, principal, { id, version }));
      return { id };
    },
    toText: ({ id }) => `Deleted ${id}.`,
  });
