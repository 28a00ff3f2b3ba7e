import { displayName } from "#core/domain/contact.ts";
import { channel } from "#core/domain/interaction.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { nameParts } from "../../email/participants.ts";
import { replyText } from "../../email/reply-text.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { findMessage, type ThreadReference } from "./find-message.ts";
import { loadMessages, type StoredMessage } from "./load-messages.ts";
import { loadSurroundings, type Surroundings } from "./load-surroundings.ts";
import type { MailRecord } from "./participants.ts";
import { recipientsOf } from "./recipients.ts";
import { recordSources } from "./record-sources.ts";

const mostReferences = 50;

/**
 * Reads what an answer is written from: the message that waits, its conversation, the contact's record, and who may be written to.
 * @param assignedTo only with contacts assigned to this user.
 * @throws AppError NOT_FOUND when nothing waits, VALIDATION_FAILED for what is never answered, AMBIGUOUS
 */
export async function readThread(
  tx: Transaction,
  principal: Principal,
  query: { reference: ThreadReference; assignedTo?: string | undefined; now: Date },
): Promise<ThreadToAnswer> {
  const { contact, message } = await findMessage(tx, principal, query);
  const { conversationId, occurredAt } = message;
  const stored = await loadMessages(tx, principal, { conversationId, upTo: occurredAt });
  const surroundings = await loadSurroundings(tx, principal);
  const answered = stored.messages.find(({ id }) => id === message.id)?.mail?.mail ?? null;
  const { recipients, stranger } = recipientsOf({
    answered,
    mails: stored.messages.flatMap(({ mail }) => (mail === null ? [] : [mail])),
    contactEmail: contact.email,
    own: surroundings.own,
    fromAddress: surroundings.settings.workspace.from_address,
  });
  const content = message.content ?? "";
  return {
    contact: {
      id: contact.id,
      name: displayName(contact),
      firstName: contact.firstName,
      company: contact.company,
      assignedTo: contact.assignedTo,
      status: contact.status,
    },
    conversationId,
    channel: channel
      .nullable()
      .catch(null)
      .parse(stored.channel ?? message.channel),
    subject: message.subject ?? stored.subject,
    answers: {
      interactionId: message.id,
      text: message.type === "EMAIL" ? replyText(content) || content : content,
      at: occurredAt,
      kind: "personal",
      noAnswer: stranger === null ? (answered?.noAnswer ?? null) : newcomer(stranger),
    },
    messages: stored.messages.map(({ id, direction, text, at, sender }) => ({
      id,
      direction,
      text,
      at,
      sender,
    })),
    record: recordSources(contact),
    recipients,
    replyTo: replyTo(answered),
    settings: surroundings.settings,
    rules: surroundings.rules,
    sender: signer(principal, { messages: stored.messages, surroundings }),
  };
}

function newcomer(address: string): string {
  return `${address} has taken no part in this conversation, and nobody of it copied them in; a person must decide what they may be told`;
}

/** The first reference is the root of the thread: it stays, and of the others the last (RFC 5322 §3.6.4). */
function replyTo(mail: MailRecord | null): ThreadToAnswer["replyTo"] {
  if (mail === null) return { messageId: null, references: [] };
  const all = [...new Set([...mail.references, ...(mail.messageId === null ? [] : [mail.messageId])])];
  const references =
    all.length > mostReferences ? [...all.slice(0, 1), ...all.slice(1 - mostReferences)] : all;
  return { messageId: mail.messageId, references };
}

/** Who signs: as their preferences say, else as they signed before in this thread. Nobody signs with another's name. */
function signer(
  { user }: Principal,
  { messages, surroundings }: { messages: readonly StoredMessage[]; surroundings: Surroundings },
): ThreadToAnswer["sender"] {
  const before = messages.findLast(
    ({ direction, userId, sender }) => direction === "OUTBOUND" && (userId === user || sender === user),
  )?.sender;
  const seen = before === undefined || before === null || before.includes("@") ? null : before;
  const name = surroundings.settings.user.name ?? seen;
  return { user, name, firstName: name === null ? null : (nameParts(name).firstName ?? null) };
}
