import { z } from "zod";
import type { Database } from "#knowledge/db/database.ts";
import { readThread as read } from "#knowledge/drafting/thread/read-thread.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";
import { defineTool } from "./define-tool.ts";
import { ownOnly } from "./passage-filter-input.ts";

const reference = z
  .string("give it as text")
  .min(1, "is empty: give it, or leave it out")
  .max(500, "is longer than any id: give one")
  .optional();

/** How a caller says what is to be answered; all that is given must hold. */
export const threadInput = z.object({
  contact_id: reference.describe("Rapport's id of the contact, or the id it was imported with."),
  email: reference.describe("The contact's email."),
  name: reference.describe("The contact's full name."),
  conversation_id: reference.describe("Rapport's id of the conversation, or the id it was imported with."),
  message_id: reference.describe(
    "The message to answer, by default the last one that waits: Rapport's id, the id it was imported with, or a mail's Message-ID.",
  ),
});

/** Makes the verb that reads a conversation with a message that waits, and all that its answer is written from. */
export const readThread = (db: Database) =>
  defineTool({
    name: "read_thread",
    title: "Read a thread",
    description: "Reads the message that is to be answered, its conversation and the contact's record.",
    input: threadInput,
    output: z.custom<ThreadToAnswer>(),
    effect: "read",
    permission: "interactions:read",
    run: (
      { principal },
      { contact_id: contactId, conversation_id: conversationId, message_id: messageId, email, name },
    ) =>
      db.readTenant(principal.tenant.id, (tx) =>
        read(tx, principal, {
          reference: { contactId, conversationId, messageId, email, name },
          ...ownOnly(principal),
          now: new Date(),
        }),
      ),
    toText: ({ contact, answers }) => `The message of ${contact.name} of ${answers.at.toISOString()} waits.`,
  });
