import { displayName } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import { type ContactReference, findContact } from "../../crm/find-contact.ts";
import type { Database } from "../../db/database.ts";
import { type ScoreTrace, traceScore } from "./trace-score.ts";

/** A named contact's scores over time. */
export interface ContactTrace extends ScoreTrace {
  contact: { id: string; externalId: string | null; name: string };
  /** Since when the change is explained; null when there is nothing to start from. */
  since: Date | null;
}

/**
 * A contact's stored scores, and why its score moved since a moment; by default since the oldest score that is shown.
 * @throws AppError NOT_FOUND or AMBIGUOUS as `findContact` does.
 */
export async function traceContact(
  db: Database,
  principal: Principal,
  { reference, since }: { reference: ContactReference; since?: Date },
): Promise<ContactTrace> {
  const found = await db.readTenant(principal.tenant.id, (tx) => findContact(tx, principal, reference));
  const contact = { id: found.id, externalId: found.externalId, name: displayName(found) };
  const query = { contactId: found.id, asOf: new Date() };
  const { history } = await traceScore(db, principal, query);
  const start = since ?? history[0]?.scoredAt;
  const { change } = start ? await traceScore(db, principal, { ...query, since: start }) : { change: null };
  return { contact, since: start ?? null, history, change };
}
