import { z } from "zod";
import { updateContact as update } from "#knowledge/crm/update-contact.ts";
import type { Database } from "#knowledge/db/database.ts";
import { contactId, ifMatch, versionOf } from "./contact-id.ts";
import { contactChangeInput } from "./contact-input.ts";
import { contactShape, toContactShape } from "./contact-shape.ts";
import { defineTool } from "./define-tool.ts";

/** Makes the verb that changes single fields of a contact. */
export const updateContact = (db: Database) =>
  defineTool({
    name: "update_contact",
    title: "Update a contact",
    description:
      "Changes the fields that are given and leaves the others; null takes a value away. With If-Match, nothing is changed if the record has another version by now.",
    input: z.object({ id: contactId, ifMatch, ...contactChangeInput }),
    output: contactShape,
    effect: "write",
    permission: "contacts:write",
    run: async ({ principal }, { id, ifMatch: header, ...given }) => {
      const version = versionOf(header);
      const contact = await db.withTenant(principal.tenant.id, (tx) =>
        update(tx, principal, { id, given, version }),
      );
      return toContactShape(contact);
    },
    toText: ({ fullName }) => `Changed ${fullName}.`,
  });
