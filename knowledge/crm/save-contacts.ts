import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { batchClashes, clashReason } from "./batch-clashes.ts";
import { readStored } from "./contact-changes.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { insertContacts } from "./insert-contacts.ts";
import { lockImports } from "./lock-imports.ts";
import { matchContacts } from "./match-contacts.ts";
import { saveOutcomes } from "./save-outcomes.ts";
import type { SaveResult, SaveRun } from "./save-run.ts";
import { changeOf, updateContacts } from "./update-contacts.ts";

/**
 * Stores a batch of contacts, each known by its external id or else its email: new ones with their first history row,
 * changed ones with a history row of what changed. External ids of one batch must differ; of two drafts that mean one
 * contact, the later is bad. Doing it twice changes nothing. Imports of one workspace take turns, batch by batch.
 */
export async function saveContacts(
  tx: Transaction,
  principal: Principal,
  { drafts, source, dryRun = false }: { drafts: readonly ContactDraft[] } & SaveRun,
): Promise<SaveResult> {
  await lockImports(tx, principal);
  const { known, ambiguous } = await matchContacts(tx, principal, drafts);
  const clashes = await batchClashes(tx, drafts, known);
  const result: SaveResult = { imported: 0, updated: 0, unchanged: 0, bad: [] };
  const created: ContactDraft[] = [];
  const differing: { draft: ContactDraft; id: string }[] = [];
  for (const draft of drafts) {
    const match = known.get(draft);
    const earlier = clashes.get(draft);
    if (earlier) result.bad.push({ line: draft.line, reason: clashReason(draft, earlier.line) });
    else if (ambiguous.has(draft)) result.bad.push({ line: draft.line, reason: sharedEmail(draft.email) });
    else if (!match) created.push(draft);
    else if (match.hash === draft.hash) result.unchanged++;
    else differing.push({ draft, id: match.id });
  }
  const stored = await readStored(
    tx,
    principal,
    differing.map(({ id }) => id),
  );
  const changes = differing.flatMap(({ draft, id }) => {
    const contact = stored.get(id);
    return contact ? [changeOf(draft, contact)] : [];
  });
  const updated = changes.filter((change) => change.changed);
  result.imported = created.length;
  result.updated = updated.length;
  result.unchanged += changes.length - updated.length;
  if (dryRun) return result;
  const outcomes = await insertContacts(tx, principal, { drafts: created, source });
  await updateContacts(tx, principal, { changes, source });
  await saveOutcomes(
    tx,
    principal,
    [...outcomes, ...updated.flatMap((change) => change.outcome ?? [])],
    source,
  );
  return result;
}

function sharedEmail(email: string | null): string {
  return `Several contacts have the email ${email}. Say which column tells them apart with --id.`;
}
