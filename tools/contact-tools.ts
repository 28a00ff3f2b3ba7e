import type { Database } from "#knowledge/db/database.ts";
import { createContact } from "./create-contact.ts";
import { deleteContact } from "./delete-contact.ts";
import { listContacts } from "./list-contacts.ts";
import { readContact } from "./read-contact.ts";
import { updateContact } from "./update-contact.ts";
import { upsertContact } from "./upsert-contact.ts";

/** Makes the verbs over single contacts. */
export const contactTools = (db: Database) => ({
  listContacts: listContacts(db),
  readContact: readContact(db),
  createContact: createContact(db),
  updateContact: updateContact(db),
  upsertContact: upsertContact(db),
  deleteContact: deleteContact(db),
});
