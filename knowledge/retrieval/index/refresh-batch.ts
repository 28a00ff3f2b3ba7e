import type { Principal } from "#core/principal.ts";
import type { PassageDraft } from "../../conversations/passage-draft.ts";
import type { Transaction } from "../../db/database.ts";
import { comparePassages } from "./compare-passages.ts";
import { insertPassages } from "./insert-passages.ts";
import { loadDrafts } from "./load-drafts.ts";
import { leaveQueue, nextSources, type QueuedSource } from "./queued-sources.ts";
import { removePassages } from "./remove-passages.ts";

/** What one batch did. `taken` is 0 when the queue is empty. */
export interface BatchResult {
  taken: number;
  made: number;
  removed: number;
}

/** New passages of one transaction: a longer conversation or article stays in the queue and is completed by the next ones. */
const passageLimit = 2_000;

/**
 * Brings the passages of the next queued sources up to date: those that are the same keep their numbers, the others get
 * fresh ones. Whoever does this for a tenant at the same time waits for the end of the transaction.
 */
export async function refreshBatch(
  tx: Transaction,
  principal: Principal,
  atMost: number,
): Promise<BatchResult> {
  await lockPassages(tx, principal);
  const sources = await nextSources(tx, principal, atMost);
  if (sources.length === 0) return { taken: 0, made: 0, removed: 0 };
  const loaded = await loadDrafts(tx, principal, sources);
  const { missing, gone } = await comparePassages(tx, principal, { ...loaded, sources });
  const made = missing.slice(0, passageLimit);
  // Inserted first: names that go and come again are kept.
  await insertPassages(tx, principal, made);
  await removePassages(tx, principal, gone);
  const unfinished = new Set(missing.slice(passageLimit).map(sourceOf));
  await leaveQueue(
    tx,
    principal,
    sources.filter(({ id }) => !unfinished.has(id)),
  );
  return { taken: sources.length, made: made.length, removed: gone.length };
}

/** Numbers must be given, and postings grow, by one at a time. An advisory lock keeps those who delete out of it. */
async function lockPassages(tx: Transaction, principal: Principal): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('rapport.passages.' || $1, 0))`, [
    principal.tenant.id,
  ]);
}

function sourceOf({ conversationId, interactionId, articleId }: PassageDraft): QueuedSource["id"] | null {
  return conversationId ?? interactionId ?? articleId;
}
