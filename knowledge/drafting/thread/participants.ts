import { z } from "zod";
import { addressKey, type Mailbox } from "../../email/email.ts";
import type { OwnAddresses } from "../../email/own-addresses.ts";

const mailbox = z.object({ name: z.string().catch(""), address: z.string() });

/** What is read of an interaction's `metadata.email`; what is not there is empty. */
export const mailRecord = z.object({
  messageId: z.string().nullable().catch(null),
  references: z.array(z.string()).catch([]),
  from: mailbox.nullable().catch(null),
  to: z.array(mailbox).catch([]),
  cc: z.array(mailbox).catch([]),
  replyTo: z.array(mailbox).catch([]),
  noAnswer: z.string().nullable().catch(null),
});
export type MailRecord = z.infer<typeof mailRecord>;

/** A mail's part in who takes part. */
export interface ThreadMail {
  outbound: boolean;
  mail: MailRecord;
}

/** Who may be written to in a thread. */
export interface KnownParticipants {
  has: (address: string) => boolean;
}

/** Everybody can have an address there: sharing one says nothing. */
export const publicDomains: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr ymail.com hotmail.com outlook.com live.com msn.com aol.com icloud.com me.com " +
    "mac.com gmx.de gmx.net gmx.com gmx.at web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com proton.me protonmail.com " +
    "orange.fr free.fr laposte.net libero.it qq.com 163.com zoho.com fastmail.com hey.com"
  ).split(" "),
);

/**
 * Who takes part in a thread: the contact, who shares the contact's domain, whom the team wrote to, and whom one of them copied in. A
 * stranger who only quotes the thread's ids is none of them.
 * @param mails oldest first
 */
export function knownParticipants(
  mails: readonly ThreadMail[],
  { contactEmail, own }: { contactEmail: string | null; own: OwnAddresses },
): KnownParticipants {
  const first = mails.find(
    ({ outbound, mail }) => !outbound && mail.from !== null && !own.isOwn(mail.from.address),
  );
  const contact = contactEmail ?? first?.mail.from?.address;
  const known = new Set<string>(contact === undefined ? [] : [addressKey(contact)]);
  const domain = contact === undefined ? undefined : privateDomain(contact);
  const has = (address: string) =>
    known.has(addressKey(address)) || (domain !== undefined && privateDomain(address) === domain);
  for (const { outbound, mail } of mails) {
    if (!outbound && !(mail.from !== null && (has(mail.from.address) || own.isOwn(mail.from.address))))
      continue;
    for (const { address } of [...mail.to, ...mail.cc]) known.add(addressKey(address));
  }
  return { has };
}

/**
 * Whom the answer to a mail goes to: where its Reply-To says so and that is a participant or of the sender's own domain, there; else to
 * its sender. Null for a sender who takes no part.
 */
export function answerAddress(
  mail: MailRecord,
  { known, own }: { known: KnownParticipants; own: OwnAddresses },
): string | null {
  const sender = mail.from === null || own.isOwn(mail.from.address) ? null : mail.from.address;
  const asked = mail.replyTo.map(({ address }) => address).find((address) => !own.isOwn(address));
  if (sender !== null && !known.has(sender)) return null;
  if (asked !== undefined && (known.has(asked) || sharesDomain(asked, sender))) return asked;
  return sender;
}

/** The others of a mail to whom a copy goes: each once, none of the team's. */
export function copies(
  mail: MailRecord,
  { to, own }: { to: readonly string[]; own: OwnAddresses },
): string[] {
  const taken = new Set(to.map(addressKey));
  const sender = mail.from === null ? [] : [mail.from];
  return [...sender, ...mail.to, ...mail.cc].flatMap(({ address }: Mailbox) => {
    const key = addressKey(address);
    if (taken.has(key) || own.isOwn(address)) return [];
    taken.add(key);
    return [address];
  });
}

function sharesDomain(address: string, other: string | null): boolean {
  const domain = privateDomain(address);
  return other !== null && domain !== undefined && privateDomain(other) === domain;
}

function privateDomain(address: string): string | undefined {
  const domain = addressKey(address).split("@").at(-1) ?? "";
  return domain === "" || publicDomains.has(domain) ? undefined : domain;
}
