import type { Principal } from "#core/principal.ts";
import type { PassageDraft } from "../../conversations/passage-draft.ts";
import type { Transaction } from "../../db/database.ts";
import { comparePassages } from "./compare-passages.ts";
import { insertPassages } from "./insert-passages.ts";
import { loadDrafts } from "./load-drafts.ts";
import { leaveQueue, type QueuedSource } from "./queued-sources.ts";
import { removePassages } from "./remove-passages.ts";

/**
 * Brings the passages of sources up to date and takes them off the queue: those that are the same keep their numbers, the
 * others get fresh ones. To be called under `lockPassages`.
 * @param atMost new passages: a longer conversation or article stays in the queue and is completed by the next transactions.
 */
export async function refreshSources(
  tx: Transaction,
  principal: Principal,
  { sources, atMost }: { sources: readonly QueuedSource[]; atMost: number },
): Promise<{ made: number; removed: number }> {
  if (sources.length === 0) return { made: 0, removed: 0 };
  const loaded = await loadDrafts(tx, principal, sources);
  const { missing, gone } = await comparePassages(tx, principal, { ...loaded, sources });
  const made = missing.slice(0, atMost);
  // Inserted first: names that go and come again are kept.
  await insertPassages(tx, principal, made);
  await removePassages(tx, principal, gone);
  const unfinished = new Set(missing.slice(atMost).map(sourceOf));
  await leaveQueue(
    tx,
    principal,
    sources.filter(({ id }) => !unfinished.has(id)),
  );
  return { made: made.length, removed: gone.length };
}

/**
 * Numbers must be given, and postings grow, by one at a time. An advisory lock keeps those who delete out of it.
 * @param wait whether to wait for whoever has it. @returns false when it was not waited for and somebody has it.
 */
export async function lockPassages(tx: Transaction, principal: Principal, wait: boolean): Promise<boolean> {
  const key = "hashtextextended('rapport.passages.' || $1, 0)";
  const { rows } = await tx.query<{ locked: boolean }>(
    wait
      ? `select true as locked from pg_advisory_xact_lock(${key})`
      : `select pg_try_advisory_xact_lock(${key}) as locked`,
    [principal.tenant.id],
  );
  return rows[0]?.locked === true;
}

function sourceOf({ conversationId, interactionId, articleId }: PassageDraft): QueuedSource["id"] | null {
  return conversationId ?? interactionId ?? articleId;
}
