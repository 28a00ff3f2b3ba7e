import type { Direction } from "#core/domain/interaction.ts";
import { addressKey, type EmailEnvelope, type Mailbox } from "./email.ts";
import type { OwnAddresses } from "./own-addresses.ts";

/** Who takes part in a mail, seen from the team. */
export interface Participants {
  /** Outbound when the team sent it; null when nobody outside the team takes part. */
  direction: Direction | null;
  /** Everybody outside the team, the one that it is mainly about first, each once. */
  others: Mailbox[];
}

/**
 * Tells who outside the team a mail is from or to. An inbound mail is about its sender, unless a form or a helpdesk wrote it
 * for somebody whom its Reply-To names; an outbound mail is about its first recipient.
 */
export function participantsOf(
  { from, to, cc, replyTo }: Pick<EmailEnvelope, "from" | "to" | "cc" | "replyTo">,
  own: OwnAddresses,
): Participants {
  const outside = (people: readonly Mailbox[]) => people.filter(({ address }) => !own.isOwn(address));
  const sentByUs = from !== null && own.isOwn(from.address);
  // A contact form sends from the team's own address, and says in Reply-To for whom.
  const byForm =
    sentByUs && outside(to).length === 0 && outside(cc).length === 0 && outside(replyTo).length > 0;
  const first = byForm ? outside(replyTo) : from === null ? [] : outside([from]);
  const others = distinct([...first, ...outside(to), ...outside(cc)]);
  if (others.length === 0) return { direction: null, others };
  return { direction: sentByUs && !byForm ? "OUTBOUND" : "INBOUND", others };
}

function distinct(people: readonly Mailbox[]): Mailbox[] {
  const byKey = new Map<string, Mailbox>();
  for (const person of people) {
    const key = addressKey(person.address);
    if (!byKey.has(key)) byKey.set(key, person);
  }
  return [...byKey.values()];
}

/**
 * The parts of a person's name as it stands before an address: "Ada Lovelace" and "Lovelace, Ada" alike. Empty for what is
 * no name, such as an address or a company's "Sales Team <...>" in capitals.
 */
export function nameParts(name: string): { firstName?: string; lastName?: string } {
  const plain = name
    .replace(/["']+/g, "")
    .replace(/\([^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "" || plain.length > 100 || plain.includes("@")) return {};
  const [last = "", first, ...more] = plain.split(/\s*,\s*/);
  if (first && more.length === 0) return { firstName: first, lastName: last };
  const words = plain.split(" ");
  const lastName = words.slice(1).join(" ");
  return { firstName: words[0] ?? "", ...(lastName === "" ? {} : { lastName }) };
}
