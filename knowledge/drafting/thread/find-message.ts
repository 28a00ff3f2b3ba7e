import { type Contact, displayName } from "#core/domain/contact.ts";
import type { Interaction } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { findConversation } from "../../conversations/conversation-header.ts";
import { findContact } from "../../crm/find-contact.ts";
import { listInteractions } from "../../crm/timeline.ts";
import type { Transaction } from "../../db/database.ts";
import { awaitsAnswer, waiting } from "../../signals/sides.ts";
import { happened } from "../../signals/timeline-entry.ts";
import { findByMessageId } from "./find-by-message-id.ts";

/** What is to be answered: a message, a conversation's or a contact's last one that waits. All that is given must hold. */
export interface ThreadReference {
  contactId?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  conversationId?: string | undefined;
  messageId?: string | undefined;
}

export interface FoundMessage {
  contact: Contact;
  /** Belongs to a conversation. */
  message: Interaction & { conversationId: string };
}

const looked = 200;

/**
 * Finds the message to answer.
 * @param assignedTo only with contacts assigned to this user.
 * @throws AppError NOT_FOUND when there is none that may be seen or none that waits, VALIDATION_FAILED when it is none that is ever
 * answered, with the reason.
 */
export async function findMessage(
  tx: Transaction,
  principal: Principal,
  { reference, assignedTo, now }: { reference: ThreadReference; assignedTo?: string | undefined; now: Date },
): Promise<FoundMessage> {
  const { conversationId, messageId } = reference;
  const conversation =
    conversationId === undefined
      ? undefined
      : await findConversation(
          tx,
          principal,
          { conversationId },
          assignedTo === undefined ? {} : { assignedTo },
        );
  const given = await givenContact(tx, principal, reference);
  const among = { contactId: given?.id, conversationId: conversation?.id, assignedTo };
  const named =
    messageId === undefined ? undefined : await findByMessageId(tx, principal, { id: messageId, among });
  const contact = given ?? (await contactOf(tx, principal, conversation?.contactId ?? named?.contactId));
  if (assignedTo !== undefined && contact.assignedTo !== assignedTo) {
    throw new AppError(
      "NOT_FOUND",
      `No contact that is assigned to ${assignedTo} fits. Ask an administrator for one that is assigned to somebody else.`,
    );
  }
  if (
    (named && named.contactId !== contact.id) ||
    (conversation && conversation.contactId !== contact.id) ||
    (named && conversation && named.conversationId !== conversation.id)
  ) {
    throw new AppError(
      "VALIDATION_FAILED",
      "Contact, conversation and message do not belong together. Give one of them.",
    );
  }
  const message =
    named ?? (await lastWaiting(tx, principal, { contact, conversationId: conversation?.id, now }));
  ensureAnswerable(message, contact);
  return { contact, message };
}

async function givenContact(
  tx: Transaction,
  principal: Principal,
  { contactId, email, name }: ThreadReference,
): Promise<Contact | undefined> {
  if (contactId === undefined && email === undefined && name === undefined) return undefined;
  return findContact(tx, principal, {
    ...(contactId === undefined ? {} : { id: contactId }),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
  });
}

async function contactOf(tx: Transaction, principal: Principal, id: string | undefined): Promise<Contact> {
  if (id === undefined) {
    throw new AppError(
      "VALIDATION_FAILED",
      "Say what to answer: give a contact_id, an email, a name, a conversation_id or a message_id. find_threads lists what waits.",
    );
  }
  return findContact(tx, principal, { id });
}

/** A conversation that is named has its own answers; a contact's may have been given in another one, or by phone. */
async function lastWaiting(
  tx: Transaction,
  principal: Principal,
  { contact, conversationId, now }: { contact: Contact; conversationId: string | undefined; now: Date },
): Promise<Interaction> {
  const latest = happened(
    (await listInteractions(tx, principal, { contactId: contact.id, limit: looked })).toReversed(),
    now,
  );
  const timeline =
    conversationId === undefined ? latest : latest.filter((entry) => entry.conversationId === conversationId);
  const found = waiting(timeline).findLast(
    (entry) => entry.conversationId !== null && entry.type !== "PHONE_CALL",
  );
  if (found) return found;
  const inbound = timeline.findLast(
    ({ direction, type }) => direction === "INBOUND" && type !== "WEBSITE_VISIT",
  );
  const answered = timeline.at(-1)?.direction === "OUTBOUND";
  if (inbound && !answered) ensureAnswerable(inbound, contact);
  const where = conversationId === undefined ? `of ${displayName(contact)}` : "of this conversation";
  const told =
    inbound === undefined
      ? "There is none from the contact."
      : `The last one is of ${inbound.occurredAt.toISOString()}; to answer it all the same, give message_id: ${inbound.id}.`;
  throw new AppError("NOT_FOUND", `No message ${where} waits for an answer. ${told}`);
}

/** Asserts that a message is of a conversation, from the contact, and none that machines wrote. */
function ensureAnswerable(
  message: Interaction,
  contact: Contact,
): asserts message is FoundMessage["message"] {
  const { direction, type, activity, conversationId, metadata, occurredAt } = message;
  const refuse = (why: string) => {
    throw new AppError(
      "VALIDATION_FAILED",
      `The message of ${occurredAt.toISOString()} is not answered: ${why}.`,
    );
  };
  if (direction !== "INBOUND") refuse(`it is not from ${displayName(contact)}`);
  if (type === "PHONE_CALL" || type === "MEETING") refuse("it is a call or a meeting; call back");
  if (!awaitsAnswer(message)) refuse(`it is ${machineOf(activity)}${reasonOf(metadata)}`);
  if (conversationId === null) refuse("it belongs to no conversation; import it with its conversation");
}

function machineOf(activity: string | null): string {
  const kinds: Record<string, string> = {
    bounce: "a bounced mail",
    "auto-reply": "an automatic reply",
    list: "mail of a mailing list",
    bulk: "mail to many",
  };
  return kinds[activity ?? ""] ?? "a visit, a click or what a machine wrote";
}

function reasonOf(metadata: Record<string, unknown>): string {
  const { email } = metadata;
  const reason = typeof email === "object" && email !== null && "noAnswer" in email ? email.noAnswer : null;
  return typeof reason === "string" ? ` (${reason})` : "";
}
