import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { eraseContact } from "#knowledge/erasure/erase-contact.ts";
import { exportPerson } from "#knowledge/erasure/export-person.ts";
import { contactId } from "./contact-id.ts";
import { defineTool } from "./define-tool.ts";

const receipt = z.object({
  id: z.string(),
  erasedAt: z.string(),
  erased: z.record(z.string(), z.int()).describe("Rows that were deleted or emptied, by table."),
  sameEmail: z.int().describe("Other contacts with the same email, which are left as they are."),
});

const row = z.record(z.string(), z.unknown());
const person = z.object({
  id: z.string(),
  exportedAt: z.string(),
  contact: row,
  records: z
    .record(z.string(), z.array(row))
    .describe("All else by what it is: fieldHistory, interactions, conversations, drafts, pastScores …"),
});

/** Makes the verbs by which a person's rights are granted: a copy of what is stored about them, and its erasure. */
export const privacyTools = (db: Database) => ({
  eraseContact: defineTool({
    name: "erase_contact",
    title: "Erase a contact",
    description:
      "Erases a contact and all that is known of it from every table, and answers a receipt. It cannot be taken back. Deleting a contact leaves mentions of it in logs and messages until they expire; this does not.",
    input: z.object({ id: contactId }),
    output: receipt,
    effect: "write",
    permission: "contacts:erase",
    run: ({ principal }, { id }) => eraseContact(db, principal, id),
    toText: ({ id, erased, sameEmail }) => {
      const rows = Object.values(erased).reduce((sum, each) => sum + each, 0);
      const others = sameEmail > 0 ? ` ${sameEmail} other contacts have the same email and stay.` : "";
      return `Erased ${id}: ${rows} rows in ${Object.keys(erased).length} tables.${others}`;
    },
  }),
  exportPerson: defineTool({
    name: "export_person",
    title: "Export a person's data",
    description:
      "Gives all that is stored about a contact: fields with their history and sources, interactions, conversations, drafts, scores with their reasons, follow-ups, outcomes, and where else it is mentioned.",
    input: z.object({ id: contactId }),
    output: person,
    effect: "read",
    permission: "export:read",
    run: ({ principal }, { id }) => exportPerson(db, principal, id),
    toText: ({ id, records }) =>
      [
        `All that is stored about ${id}:`,
        ...Object.entries(records).map(([name, rows]) => `${name}: ${rows.length}`),
      ].join("\n"),
  }),
});
