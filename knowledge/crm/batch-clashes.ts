import type { Transaction } from "../db/database.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { foldCase } from "./fold-case.ts";
import type { Match } from "./match-contacts.ts";

/**
 * Drafts that mean the contact of an earlier draft of their batch, each with that draft: both would be compared with
 * what is stored now, and one would be lost. Two drafts with ids never clash; several leads of one person stay apart.
 */
export async function batchClashes(
  tx: Transaction,
  drafts: readonly ContactDraft[],
  known: ReadonlyMap<ContactDraft, Match>,
): Promise<Map<ContactDraft, ContactDraft>> {
  const clashes = new Map<ContactDraft, ContactDraft>();
  if (drafts.every(({ externalId }) => externalId !== null)) return clashes;
  const keys = await foldCase(
    tx,
    drafts.map(({ email }) => email),
  );
  const first = { contact: new Map<string, ContactDraft>(), email: new Map<string, ContactDraft>() };
  const withoutId = new Map<string, ContactDraft>();
  for (const draft of drafts) {
    const id = known.get(draft)?.id ?? "";
    const email = keys.get(draft.email ?? "") ?? "";
    const sameEmail = (draft.externalId === null ? first.email : withoutId).get(email);
    const earlier = first.contact.get(id) ?? sameEmail;
    if (earlier) {
      clashes.set(draft, earlier);
      continue;
    }
    if (id) first.contact.set(id, draft);
    if (!email) continue;
    if (!first.email.has(email)) first.email.set(email, draft);
    if (draft.externalId === null) withoutId.set(email, draft);
  }
  return clashes;
}

/** Says why a draft that means the contact of an earlier line, with no id to tell them apart, is left out. */
export function clashReason({ email }: Pick<ContactDraft, "email">, line: number): string {
  return `The row means the same contact as line ${line} by its email ${email}, for only one of them has an id. Give both an id, or make them one row.`;
}
