import { addressParser, decodeWords, type Email } from "postal-mime";
import { addressKey, type EmailEnvelope, type Mailbox } from "./email.ts";
import { parseMailDate } from "./mail-date.ts";
import { mailKind } from "./mail-kind.ts";
import { messageIds, ownMessageId } from "./message-ids.ts";
import type { OwnAddresses } from "./own-addresses.ts";
import { subjectBase } from "./subject-base.ts";

/** The header fields that are kept as they were: they tell kinds, ways and intents of a mail. */
export const keptHeaders: readonly string[] = [
  "auto-submitted",
  "precedence",
  "x-auto-response-suppress",
  "list-id",
  "list-unsubscribe",
  "return-path",
  "delivered-to",
  "x-original-to",
  "sender",
  "importance",
  "x-priority",
  "x-mailer",
  "user-agent",
  "content-language",
  "authentication-results",
];
const longestValue = 1_000;
const mostAddresses = 500;

interface Surroundings {
  own: OwnAddresses;
  /** The text, for kinds that it alone tells; null when only the header was read. */
  text: string | null;
  warnings: string[];
}

/** What a mail's header says; what is missing or broken is told in `warnings`. */
export function envelopeOf(email: Email, { own, text, warnings }: Surroundings): EmailEnvelope {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  const messageId = ownMessageId(header("message-id") ?? "");
  const inReplyTo = answeredId(email, header("in-reply-to") ?? "");
  const references = messageIds(header("references") ?? "").filter((id) => id !== messageId);
  const subjectValue = header("subject");
  const subject = subjectValue === undefined ? null : clean(decodeWords(subjectValue));
  const from = mailboxes(email, "from")[0] ?? null;
  const listed = [header("list-id"), header("list-post")].filter((value) => value !== undefined);
  const verdict = mailKind({
    header,
    fromAddress: from?.address ?? null,
    subject,
    text,
    ownList: listed.some(own.isOwnList),
  });
  const date = dateOf(header);
  if (messageId === null) warnings.push("It has no Message-ID.");
  if (from === null) warnings.push("It names no sender.");
  if (date === null) warnings.push("It has no date that can be read.");
  return {
    messageId,
    inReplyTo,
    references,
    subject,
    date,
    from,
    to: mailboxes(email, "to"),
    cc: mailboxes(email, "cc"),
    replyTo: mailboxes(email, "reply-to"),
    kind: verdict.kind,
    noAnswer: verdict.noAnswer,
    isFirst: inReplyTo === null && references.length === 0 && !subjectBase(subject).answers,
    headers: kept(email),
  };
}

/**
 * The mail that is answered. Some programs say it in words, 'Message from Ada <ada@example.org> of "Sun, 04 Aug" <id>': the
 * address of a person is no id, and the id comes last.
 */
function answeredId(email: Email, value: string): string | null {
  const people = ["from", "to", "cc", "reply-to"].flatMap((key) => mailboxes(email, key));
  const addresses = new Set(people.map(({ address }) => addressKey(address)));
  const ids = messageIds(value).filter((id) => !addresses.has(addressKey(id)));
  const inWords = /\p{L}{2}/u.test(value.replace(/<[^<>]*>|\([^()]*\)/g, ""));
  return (inWords ? ids.at(-1) : ids[0]) ?? null;
}

/** The date that the writer's program gave it, else when the last server took it over. */
function dateOf(header: (name: string) => string | undefined): string | null {
  const received = header("received");
  const candidates = [
    header("date"),
    header("delivery-date"),
    received?.slice(received.lastIndexOf(";") + 1),
  ];
  for (const candidate of candidates) {
    const date = candidate === undefined ? null : parseMailDate(candidate);
    if (date !== null) return date;
  }
  return null;
}

function mailboxes(email: Email, key: string): Mailbox[] {
  const values = email.headers.filter((field) => field.key === key).map(({ value }) => value);
  const found = values.flatMap((value) => addressParser(value, { flatten: true }));
  return found.slice(0, mostAddresses).flatMap(({ name, address }) => {
    const plain = clean(address ?? "").trim();
    return plain === ""
      ? []
      : [{ name: clean(name ?? "").slice(0, longestValue), address: plain.slice(0, longestValue) }];
  });
}

function kept({ headers }: Email): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { key, value } of headers) {
    if (!keptHeaders.includes(key)) continue;
    const values = found[key] ?? [];
    if (values.length < 5) found[key] = [...values, clean(value).slice(0, longestValue)];
  }
  return found;
}

/** Postgres refuses NUL and halves of surrogate pairs, and a header is one line. */
function clean(text: string): string {
  return text
    .replace(/[\0\r\n\t]+/g, " ")
    .trim()
    .toWellFormed();
}
