import { type Contact, displayName } from "#core/domain/contact.ts";
import type { Interaction } from "#core/domain/interaction.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import { findConversation } from "../../conversations/conversation-header.ts";
import { findContact } from "../../crm/find-contact.ts";
import { getInteractions, listInteractions } from "../../crm/timeline.ts";
import type { Transaction } from "../../db/database.ts";
import { awaitsAnswer, waiting } from "../../signals/sides.ts";
import { happened } from "../../signals/timeline-entry.ts";

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
  const named = messageId === undefined ? undefined : await messageOf(tx, principal, messageId);
  const conversation =
    conversationId === undefined
      ? undefined
      : await findConversation(
          tx,
          principal,
          { conversationId },
          assignedTo === undefined ? {} : { assignedTo },
        );
  const contact = await contactOf(tx, principal, reference, conversation?.contactId ?? named?.contactId);
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

async function contactOf(
  tx: Transaction,
  principal: Principal,
  { contactId, email, name }: ThreadReference,
  found: string | undefined,
): Promise<Contact> {
  const given = contactId !== undefined || email !== undefined || name !== undefined;
  if (!given && found === undefined) {
    throw new AppError(
      "VALIDATION_FAILED",
      "Say what to answer: give a contact_id, an email, a name, a conversation_id or a message_id. find_threads lists what waits.",
    );
  }
  return findContact(
    tx,
    principal,
    given
      ? {
          ...(contactId === undefined ? {} : { id: contactId }),
          ...(email === undefined ? {} : { email }),
          ...(name === undefined ? {} : { name }),
        }
      : { id: found ?? "" },
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function messageOf(tx: Transaction, principal: Principal, id: string): Promise<Interaction> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from interactions where tenant_id = $1 and (external_id = $2 or id = $3::uuid) order by id = $3::uuid desc nulls last limit 1`,
    [principal.tenant.id, id, uuid.test(id) ? id : null],
  );
  const [message] = await getInteractions(
    tx,
    principal,
    rows.map((row) => row.id),
  );
  if (message) return message;
  const shown = JSON.stringify(id.length > 60 ? `${id.slice(0, 60)}…` : id);
  throw new AppError(
    "NOT_FOUND",
    `No message ${shown} in workspace ${principal.tenant.name}. Take the message_id from find_threads or get_conversation.`,
  );
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
