import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { contactNames, takenId } from "./contact-names.ts";
import { lockImports } from "./lock-imports.ts";
import { type ContactMention, resolveContacts } from "./resolve-contacts.ts";
import type { SaveResult, SaveRun } from "./save-run.ts";
import { type InteractionContent, type InteractionToWrite, writeInteractions } from "./write-interactions.ts";

/** An interaction as a source tells it. */
export type InteractionDraft = InteractionContent &
  ContactMention & {
    /** Its id as the file has it, for messages. */
    shownId: string;
  };

export interface InteractionRun extends SaveRun {
  drafts: readonly InteractionDraft[];
  /** Makes contacts that are unknown instead of refusing their rows. */
  createContacts?: boolean;
}

/**
 * Stores a batch of interactions, each known by its external id: new ones are added, changed ones replaced. Doing it
 * twice changes nothing. An id that stands for an interaction with another contact is bad.
 */
export async function saveInteractions(
  tx: Transaction,
  principal: Principal,
  { drafts, source, createContacts = false, dryRun = false }: InteractionRun,
): Promise<SaveResult & { contactsCreated: number }> {
  await lockImports(tx, principal);
  const create = createContacts && !dryRun ? { source } : undefined;
  const { idOf, created } = await resolveContacts(tx, principal, { mentions: drafts, create });
  const rows: (InteractionDraft & InteractionToWrite)[] = [];
  const bad: SaveResult["bad"] = [];
  let foreseen = 0;
  for (const draft of drafts) {
    const contactId = idOf(draft);
    if (contactId !== undefined) rows.push({ ...draft, contactId, conversationId: null });
    else if (createContacts && dryRun) foreseen++;
    else bad.push({ line: draft.line, reason: unknownContact(draft) });
  }
  const { taken, ...written } = await writeInteractions(tx, principal, { rows, dryRun });
  const names = await contactNames(
    tx,
    principal,
    taken.map(({ by }) => by),
  );
  for (const { row, by } of taken) {
    const reason = takenId(row.shownId, { by: names.get(by), contact: row.contact });
    bad.push({ line: row.line, reason });
  }
  return { ...written, imported: written.imported + foreseen, bad, contactsCreated: created };
}

function unknownContact({ contact }: ContactMention): string {
  const shown = contact.length > 60 ? `${contact.slice(0, 60)}…` : contact;
  return `No single contact has the id or email ${JSON.stringify(shown)}. Import the contacts first, say --contact-prefix if they have one, or --create-contacts.`;
}
