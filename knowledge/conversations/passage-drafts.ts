import type { PassageKind } from "#core/domain/passage.ts";
import { cleanText } from "./clean-text.ts";
import type { MessageRecord } from "./message-record.ts";
import { type PassageDraft, sealDraft } from "./passage-draft.ts";
import { splitText } from "./split-text.ts";

/**
 * Makes the passages of one conversation's messages, given in order, or of a single interaction. A message is indexed
 * with the two before it, the one after it, its subject and its participants, and cited alone. One without text is
 * told by its own subject; without that it makes no passage.
 */
export function passageDrafts(messages: readonly MessageRecord[]): PassageDraft[] {
  const told = messages.flatMap((message) => {
    const text = cleanText(message.content) ?? cleanText(message.subject);
    return text === null ? [] : [{ message, text }];
  });
  return told.flatMap(({ message, text }, place) => {
    const before = told.slice(Math.max(0, place - 2), place).map((other) => other.text);
    return draftsOf(message, { text, before, after: told[place + 1]?.text });
  });
}

/** What a passage is taken from: phone calls and their transcripts, messages to or from a contact, notes of the team. */
export function passageKindOf(
  message: Pick<MessageRecord, "type" | "channel" | "conversationId" | "direction">,
): PassageKind {
  if (message.type === "PHONE_CALL" || message.channel === "PHONE") return "call";
  return message.conversationId !== null || message.direction !== null ? "message" : "note";
}

interface Surroundings {
  text: string;
  before: string[];
  after: string | undefined;
}

function draftsOf(message: MessageRecord, { text, before, after }: Surroundings): PassageDraft[] {
  const title = cleanText(message.subject) ?? cleanText(message.conversationSubject);
  const speaker = cleanText(message.sender);
  const contactName = cleanText(message.contactName);
  const company = cleanText(message.company);
  const parts = splitText(text);
  return parts.map((part, index) => {
    // The parts in the middle of a long text are far from what was said before and after it.
    const earlier = index === 0 ? before.map(lastWords) : [];
    const later = index === parts.length - 1 && after !== undefined ? [firstWords(after)] : [];
    const named = [title, contactName, company, speaker].filter((name) => name !== null);
    return sealDraft({
      kind: passageKindOf(message),
      interactionId: message.id,
      articleId: null,
      conversationId: message.conversationId,
      contactId: message.contactId,
      part: index,
      speaker,
      direction: message.direction,
      channel: message.channel,
      title,
      text: part,
      context: [...earlier, ...later, ...named],
      contactName,
      company,
      occurredAt: message.occurredAt,
    });
  });
}

/** Characters of a neighbour that count; what is further away says little. */
const neighbourLength = 600;

function lastWords(text: string): string {
  return text.length <= neighbourLength
    ? text
    : text
        .slice(-neighbourLength)
        .replace(/^\S*\s/, "")
        .toWellFormed();
}

function firstWords(text: string): string {
  return text.length <= neighbourLength
    ? text
    : text
        .slice(0, neighbourLength)
        .replace(/\s\S*$/, "")
        .toWellFormed();
}
