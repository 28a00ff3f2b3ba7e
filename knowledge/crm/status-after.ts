import type { ContactStatus } from "#core/domain/contact.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/**
 * The status of a contact once an outcome is told: a lead that is won is a customer; one that is no longer won (lost
 * after all, or withdrawn) is a lead again; else nothing changes.
 * @param outcome null: the lead has not ended.
 */
export function statusAfter(
  outcome: OutcomeResult | null,
  current: { status: ContactStatus; outcome: OutcomeResult | null },
): ContactStatus {
  if (outcome === "won") return "CUSTOMER";
  return current.outcome === "won" && current.status === "CUSTOMER" ? "LEAD" : current.status;
}

export interface StatusMove {
  contactId: string;
  status: ContactStatus;
  /** When the outcome came about, ISO 8601; null: now. */
  at: string | null;
}

/**
 * Gives contacts the statuses that their outcomes bring, each with a history row of its own from the outcome's moment,
 * but not from before the status that stands: the latest row is what holds.
 */
export async function moveStatuses(
  tx: Transaction,
  principal: Principal,
  { moves, source }: { moves: readonly StatusMove[]; source: string },
): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(
    `with r as materialized (select * from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as r(id, status, at)),
      moved as (
        update contacts c set status = r.status, updated_at = now() from r where c.tenant_id = $1 and c.id = r.id)
      insert into contact_history (tenant_id, contact_id, valid_from, source, changes)
        select $1, id, greatest(coalesce(at, now()), (select max(h.valid_from) from contact_history h
            where h.tenant_id = $1 and h.contact_id = r.id and h.changes ? 'status')), $2, jsonb_build_object('status', status)
          from r`,
    [
      principal.tenant.id,
      source,
      moves.map(({ contactId }) => contactId),
      moves.map(({ status }) => status),
      moves.map(({ at }) => at),
    ],
  );
}
