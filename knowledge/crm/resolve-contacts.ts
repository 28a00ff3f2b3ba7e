import type { FieldValue } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { mentionHash } from "./contact-changes.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { looksLikeEmail } from "./email-address.ts";
import { foldCase } from "./fold-case.ts";
import { matchContacts } from "./match-contacts.ts";
import { saveContacts } from "./save-contacts.ts";

/** A source's word for a contact: the id that it was imported with, or its email. */
export interface ContactMention {
  contact: string;
  /** Put before the word when it is an id. */
  contactPrefix: string;
  line: number;
  /** ISO 8601: a contact that has to be made is taken to exist since its earliest mention. */
  at: string;
  /** What else a contact that has to be made is known by, such as its name; it changes no contact that is there. */
  fields?: Record<string, FieldValue>;
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
  const words = earliest(mentions, wordOf);
  const found = await find(tx, principal, words);
  const unknown = new Map([...words].filter(([word]) => !found.has(word)));
  let created = 0;
  if (create && unknown.size > 0) {
    const drafts = await draftsOf(tx, [...unknown.values()]);
    created = (await saveContacts(tx, principal, { drafts, source: create.source })).imported;
    for (const [word, id] of await find(tx, principal, unknown)) found.set(word, id);
  }
  return { idOf: (mention) => found.get(wordOf(mention)), created };
}

/** As it is written: ids differ in case. */
const wordOf = ({ contact, contactPrefix }: ContactMention) => JSON.stringify([contactPrefix, contact]);

function earliest(
  mentions: readonly ContactMention[],
  keyOf: (mention: ContactMention) => string,
): Map<string, ContactMention> {
  const found = new Map<string, ContactMention>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const earlier = found.get(key);
    if (!earlier || mention.at < earlier.at) found.set(key, mention);
  }
  return found;
}

async function find(
  tx: Transaction,
  principal: Principal,
  words: ReadonlyMap<string, ContactMention>,
): Promise<Map<string, string>> {
  const ids = [...words].map(([word, { contact, contactPrefix }]) => ({
    word,
    externalId: contactPrefix + contact,
    email: null,
  }));
  const byId = await matchContacts(tx, principal, ids);
  const found = new Map([...byId.known].map(([{ word }, { id }]) => [word, id]));
  const emails = [...words].flatMap(([word, { contact }]) =>
    !found.has(word) && looksLikeEmail(contact) ? [{ word, externalId: null, email: contact }] : [],
  );
  const byEmail = await matchContacts(tx, principal, emails);
  for (const [{ word }, { id }] of byEmail.known) found.set(word, id);
  return found;
}

/** A contact for each id, and one for each email however it is written. */
async function draftsOf(tx: Transaction, mentions: readonly ContactMention[]): Promise<ContactDraft[]> {
  const emails = mentions.filter(({ contact }) => looksLikeEmail(contact));
  const keys = await foldCase(
    tx,
    emails.map(({ contact }) => contact),
  );
  const people = earliest(mentions, (mention) => keys.get(mention.contact) ?? wordOf(mention));
  return [...people.values()].map(({ contact, contactPrefix, line, at, fields }): ContactDraft => {
    const rest = { line, hash: mentionHash, createdAt: at, outcome: undefined };
    if (keys.has(contact))
      return { ...rest, externalId: null, email: contact, fields: { ...fields, email: contact } };
    const externalId = contactPrefix + contact;
    return { ...rest, externalId, email: null, fields: { ...fields, externalId } };
  });
}
