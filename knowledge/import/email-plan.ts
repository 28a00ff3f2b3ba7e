import { looksLikeEmail } from "../crm/email-address.ts";
import { addressKey, type EmailEnvelope, type Mailbox } from "../email/email.ts";
import type { OwnAddresses } from "../email/own-addresses.ts";
import { type Participants, participantsOf } from "../email/participants.ts";
import { findReplyTokens } from "../email/reply-token.ts";
import { subjectBase } from "../email/subject-base.ts";
import { threadEmails } from "../email/thread-emails.ts";
import { rowHash } from "./row-hash.ts";

/** What is kept of each mail between the two readings. */
export interface PlannedMail {
  externalId: string;
  date: string;
  isAnswer: boolean;
  isPersonal: boolean;
  subject: string | null;
  participants: Participants;
  messageId: string | null;
  inReplyTo: string | null;
  references: readonly string[];
  tokens: readonly string[];
}

/** A thread, and whom it is with; null when nobody outside the team wrote or was written to in person. */
export interface PlannedThread {
  externalId: string;
  subject: string | null;
  mails: readonly PlannedMail[];
  contact: Mailbox | null;
}

/** A mail as it is planned with; null without a date, for it has no place in a history. */
export function planMail(envelope: EmailEnvelope, own: OwnAddresses): PlannedMail | null {
  const { messageId, date, subject, inReplyTo, references, to, cc, headers } = envelope;
  if (date === null) return null;
  const told = [envelope.from?.address, date, subject, ...to.map(({ address }) => address)];
  const ways = [headers["delivered-to"], headers["x-original-to"]].flatMap((values) => values ?? []);
  const people = participantsOf(envelope, own);
  return {
    externalId: `email:${messageId ?? rowHash("email", [JSON.stringify(told)])}`,
    date,
    isAnswer: subjectBase(subject).answers,
    isPersonal: envelope.kind === "personal",
    subject,
    // What a mail server of the team reports was not written by the team.
    participants: envelope.kind === "bounce" ? { ...people, direction: "INBOUND" } : people,
    messageId,
    inReplyTo,
    references,
    tokens: findReplyTokens([...to, ...cc].map(({ address }) => address).concat(ways), [
      ...references,
      ...(inReplyTo === null ? [] : [inReplyTo]),
    ]),
  };
}

/** Groups the mails of an import into threads; each mail is in one. */
export function planThreads(mails: readonly PlannedMail[]): PlannedThread[] {
  const numbers = threadEmails(
    mails.map((mail) => ({
      ...mail,
      participants: mail.participants.others.map(({ address }) => addressKey(address)),
    })),
  );
  const groups = Map.groupBy(mails, (_, index) => numbers[index]);
  return [...groups.values()].map((group) => {
    const ordered = group.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const [first] = ordered;
    const root = first?.references[0] ?? first?.inReplyTo;
    return {
      externalId: root ? `email:${root}` : (first?.externalId ?? ""),
      subject: first?.subject ?? null,
      mails: ordered,
      contact: contactOf(ordered),
    };
  });
}

/** The first who wrote to the team in person, else the first whom the team wrote to. */
function contactOf(ordered: readonly PlannedMail[]): Mailbox | null {
  const personal = ordered.filter(({ isPersonal }) => isPersonal);
  for (const direction of ["INBOUND", "OUTBOUND"]) {
    for (const { participants } of personal) {
      const [other] = participants.others;
      if (participants.direction === direction && other && looksLikeEmail(other.address)) return other;
    }
  }
  return null;
}
