import type { InteractionContent } from "../crm/write-interactions.ts";
import type { Mailbox, ParsedEmail } from "../email/email.ts";
import type { PlannedMail } from "./email-plan.ts";
import { rowHash } from "./row-hash.ts";

/** More of a text is cut. */
const longestText = 1024 * 1024;
const mostWarnings = 10;

/**
 * A mail as an interaction: what its writer wrote as content, and in `metadata.email` what the header says, its attachments,
 * and the whole text where quotes or a signature were taken out.
 */
export function emailContent(mail: ParsedEmail, planned: PlannedMail, isFirst: boolean): InteractionContent {
  const whole = cut(mail.text);
  const written = cut(mail.replyText).trim() === "" ? whole : cut(mail.replyText);
  const outbound = planned.participants.direction === "OUTBOUND";
  const content: Omit<InteractionContent, "hash"> = {
    externalId: planned.externalId,
    at: planned.date,
    type: "EMAIL",
    channel: "EMAIL",
    activity: mail.kind === "personal" ? null : mail.kind,
    direction: planned.participants.direction,
    subject: mail.subject,
    content: written.trim() === "" ? null : written,
    duration: null,
    userId: outbound ? (mail.from?.address ?? null) : null,
    outcome: null,
    sender: mail.from === null ? null : mail.from.name || mail.from.address,
    metadata: {
      email: {
        messageId: mail.messageId,
        inReplyTo: mail.inReplyTo,
        references: mail.references.slice(-50),
        from: mail.from,
        to: mail.to.map(short),
        cc: mail.cc.map(short),
        replyTo: mail.replyTo.map(short),
        kind: mail.kind,
        noAnswer: mail.noAnswer,
        isFirst,
        headers: mail.headers,
        attachments: mail.attachments,
        ...(written === whole ? {} : { fullText: whole }),
        ...(mail.warnings.length > 0 ? { warnings: mail.warnings.slice(0, mostWarnings) } : {}),
      },
    },
  };
  return { ...content, hash: rowHash("email", [JSON.stringify(content)]) };
}

function short({ name, address }: Mailbox): Mailbox {
  return { name: name.slice(0, 200), address };
}

function cut(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}
