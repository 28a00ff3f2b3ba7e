import { randomBytes } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const length = 26;
const inAddress = new RegExp(`\\+rt-([a-z2-7]{${length}})@`, "gi");
const inMessageId = new RegExp(`^rt-([a-z2-7]{${length}})\\.`, "i");

/**
 * A new token for one conversation: 130 random bits as small letters and digits, for mail servers may change the case of
 * addresses. It only says which conversation an answer belongs to; it opens nothing.
 */
export function newReplyToken(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join("");
}

/** The address that answers to a conversation are sent to: `sales@acme.example` becomes `sales+rt-…@acme.example`. */
export function replyAddress(address: string, token: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+rt-${token}${address.slice(at)}`;
}

/** A message id, without angle brackets, by which an answer is told even when its address was changed. */
export function messageIdWith(token: string, { unique, domain }: { unique: string; domain: string }): string {
  return `rt-${token}.${unique}@${domain}`;
}

/** The tokens in a mail's recipients and in the ids that it refers to, without repeats. */
export function findReplyTokens(addresses: readonly string[], messageIds: readonly string[]): string[] {
  const found = addresses.flatMap((address) =>
    [...address.matchAll(inAddress)].map(([, token = ""]) => token),
  );
  const told = messageIds.flatMap((id) => inMessageId.exec(id)?.[1] ?? []);
  return [...new Set([...found, ...told].map((token) => token.toLowerCase()))];
}
