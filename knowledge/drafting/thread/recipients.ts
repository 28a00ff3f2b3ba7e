import { looksLikeEmail } from "../../crm/email-address.ts";
import type { OwnAddresses } from "../../email/own-addresses.ts";
import type { Recipients } from "../thread.ts";
import {
  answerAddress,
  copies,
  knownParticipants,
  type MailRecord,
  type ThreadMail,
} from "./participants.ts";

const mostCopies = 20;
const replyToken = /\+rt-[a-z2-7]{26}(?=@)/i;

/** What recipients are told by: all of it records, none of it a text. */
export interface RecipientSigns {
  /** Of the message that is answered; null when it was no mail. */
  answered: MailRecord | null;
  /** The thread's mails, oldest first. */
  mails: readonly ThreadMail[];
  contactEmail: string | null;
  own: OwnAddresses;
  /** The workspace's, where the thread names none. */
  fromAddress: string | null;
}

/** Whom an answer goes to and from which address of the team; `stranger`: who wrote takes no part in the thread. */
export function recipientsOf(signs: RecipientSigns): { recipients: Recipients; stranger: string | null } {
  const { answered, mails, contactEmail, own } = signs;
  const from = teamAddress(signs);
  const onRecord = contactEmail !== null && looksLikeEmail(contactEmail) ? [contactEmail] : [];
  if (answered === null) return { recipients: { from, to: onRecord, cc: [] }, stranger: null };
  const known = knownParticipants(mails, { contactEmail, own });
  const sender = answered.from?.address ?? null;
  if (sender !== null && !own.isOwn(sender) && !known.has(sender)) {
    return { recipients: { from, to: [], cc: [] }, stranger: sender };
  }
  const asked = answerAddress(answered, { known, own });
  // A contact form writes from the team's own address: the record tells for whom.
  const to = asked !== null && looksLikeEmail(asked) ? [asked] : onRecord;
  const cc = copies({ ...answered, from: null }, { to, own }).filter(looksLikeEmail);
  return { recipients: { from, to, cc: cc.slice(0, mostCopies) }, stranger: null };
}

/** The team's address that the message was sent to, else the one that it wrote from last. */
function teamAddress({ answered, mails, own, fromAddress }: RecipientSigns): string | null {
  const reached = [...(answered?.to ?? []), ...(answered?.cc ?? [])].map(({ address }) => address);
  const wrote = mails
    .toReversed()
    .flatMap(({ outbound, mail }) => (outbound && mail.from ? [mail.from.address] : []));
  const found = [...reached.filter(own.isOwn), ...wrote].find(looksLikeEmail) ?? fromAddress;
  return found === null ? null : found.replace(replyToken, "");
}
