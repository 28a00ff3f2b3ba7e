import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import type { WantedPhrases } from "../features/text/read-text.ts";
import { commonPhrases } from "./common-phrases.ts";
import { type LeadRecord, loadLeadRecords } from "./load-snapshots.ts";

export interface PageQuery {
  /** Only contacts that have ended. */
  labelledOnly?: boolean;
  /** The phrases that texts are searched for; by default those to learn from if only ended leads are wanted, else all. */
  phrases?: WantedPhrases;
  signal?: AbortSignal;
}

const pageSize = 4_000;

/**
 * All lead records of a workspace, page by page in the order of their ids, in memory that does not grow with their number.
 * While one page is worked on the database already reads the next.
 */
export async function* leadPages(
  db: Database,
  principal: Principal,
  { labelledOnly, phrases, signal }: PageQuery = {},
): AsyncGenerator<LeadRecord[]> {
  const wanted = phrases ?? (labelledOnly ? await commonPhrases(db, principal, { signal }) : "all");
  const read = (after?: string) =>
    db.readTenant(principal.tenant.id, (tx) =>
      loadLeadRecords(tx, principal, { after, limit: pageSize, labelledOnly, phrases: wanted }),
    );
  let next: Promise<LeadRecord[]> | undefined = read();
  while (next) {
    signal?.throwIfAborted();
    const records: LeadRecord[] = await next;
    next = records.length < pageSize ? undefined : read(records.at(-1)?.contactId);
    // Whoever stops early does not wait for the page under way, and so does not hear of its failure.
    next?.catch(() => undefined);
    if (records.length > 0) yield records;
  }
}
