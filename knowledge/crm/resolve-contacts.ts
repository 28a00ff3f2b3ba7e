import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { mentionHash } from "./contact-changes.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { matchContacts } from "./match-contacts.ts";
import { saveContacts } from "./save-contacts.ts";

/** A source's word for a contact: the id that it was imported with, or its email. */
export interface ContactMention {
  contact: string;
  /** Put before the word when it is an id. */
  idPrefix: string;
  line: number;
  /** ISO 8601: a contact that has to be made is taken to exist since its earliest mention. */
  at: string;
}

export interface Resolution {
  /** Our id of the contact that a mention means; none when it is unknown or ambiguous. */
  idOf: (mention: ContactMention) => string | undefined;
  created: number;
}

/** Finds the contacts that are mentioned, by id first and then by email, and makes those that are unknown if asked to. */
export async function resolveContacts(
  tx: Transaction,
  principal: Principal,
  { mentions, create }: { mentions: readonly ContactMention[]; create: { source: string } | undefined },
): Promise<Resolution> {
  const words = new Map<string, ContactMention>();
  for (const mention of mentions) {
    const key = wordOf(mention);
    const earlier = words.get(key);
    if (!earlier || mention.at < earlier.at) words.set(key, mention);
  }
  const found = await find(tx, principal, words);
  const unknown = [...words].filter(([key]) => !found.has(key));
  if (create && unknown.length > 0) {
    const drafts = unknown.map(([key, { contact, line, at }]) => toDraft(key, { contact, line, at }));
    await saveContacts(tx, principal, { drafts, source: create.source });
    for (const [key, id] of await find(tx, principal, new Map(unknown))) found.set(key, id);
  }
  return { idOf: (mention) => found.get(wordOf(mention)), created: create ? unknown.length : 0 };
}

const wordOf = ({ contact, idPrefix }: ContactMention) => `${idPrefix}\u001f${contact}`;
const isEmail = (word: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word);

async function find(
  tx: Transaction,
  principal: Principal,
  words: Map<string, ContactMention>,
): Promise<Map<string, string>> {
  const identities = [...words].map(([key, { contact, idPrefix }]) => ({
    key,
    externalId: idPrefix + contact,
    email: null,
  }));
  const byId = await matchContacts(tx, principal, identities);
  const found = new Map([...byId.known].map(([{ key }, { id }]) => [key, id]));
  const emails = [...words].filter(([key, { contact }]) => !found.has(key) && isEmail(contact));
  const byEmail = await matchContacts(
    tx,
    principal,
    emails.map(([key, { contact }]) => ({ key, externalId: null, email: contact })),
  );
  for (const [{ key }, { id }] of byEmail.known) found.set(key, id);
  return found;
}

function toDraft(
  key: string,
  { contact, line, at }: Pick<ContactMention, "contact" | "line" | "at">,
): ContactDraft {
  const prefix = key.slice(0, key.indexOf("\u001f"));
  const rest = { line, hash: mentionHash, createdAt: at, outcome: undefined };
  if (isEmail(contact)) return { ...rest, externalId: null, email: contact, fields: { email: contact } };
  const externalId = prefix + contact;
  return { ...rest, externalId, email: null, fields: { externalId } };
}
