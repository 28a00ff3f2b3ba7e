import type { DraftContent } from "#core/domain/draft.ts";
import type { ThreadToAnswer } from "../thread.ts";
import { replySubject } from "./reply-subject.ts";
import type { StoredContent } from "./stored-content.ts";

/** A draft's content as it is stored: recipients and subject are the thread's, whatever it says itself. */
export function toStored({
  thread,
  content,
}: {
  thread: ThreadToAnswer;
  content: DraftContent;
}): StoredContent {
  return {
    ...content,
    subject: replySubject(thread.subject),
    recipients: thread.recipients,
    reply_to: { message_id: thread.replyTo.messageId, references: thread.replyTo.references },
    names: { contact_first_name: thread.contact.firstName, sender_first_name: thread.sender.firstName },
  };
}
