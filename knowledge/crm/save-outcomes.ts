import type { ContactStatus } from "#core/domain/contact.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { moveStatuses } from "./status-after.ts";

export interface OutcomeToSave {
  contactId: string;
  /** Null withdraws the one before. */
  result: OutcomeResult | null;
  /** ISO 8601; null when the source does not say. */
  at: string | null;
  /** `seq` of the contact's latest outcome, 0 without one: the same change after the same one is stored once. */
  after: number;
  /** The contact's status from then on (see statusAfter); undefined: as it is. */
  status: ContactStatus | undefined;
}

/** Appends outcomes in the order given, and moves the statuses that follow from them. */
export async function saveOutcomes(
  tx: Transaction,
  principal: Principal,
  outcomes: readonly OutcomeToSave[],
  source: string,
): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.query(
    `insert into outcomes (tenant_id, contact_id, result, occurred_at, source, idempotency_key)
      select $1, contact_id, result, occurred_at, $2, 'import:' || coalesce(result, 'open') || ':' || coalesce(at, '') || ':' || after
      from (select *, at::timestamptz as occurred_at
        from unnest($3::uuid[], $4::text[], $5::text[], $6::bigint[]) as o(contact_id, result, at, after)) o
      on conflict (tenant_id, contact_id, idempotency_key) do nothing`,
    [
      principal.tenant.id,
      source,
      outcomes.map(({ contactId }) => contactId),
      outcomes.map(({ result }) => result),
      outcomes.map(({ at }) => at),
      outcomes.map(({ after }) => after),
    ],
  );
  const moves = outcomes.flatMap(({ contactId, status, at }) => (status ? [{ contactId, status, at }] : []));
  await moveStatuses(tx, principal, { moves, source });
}
