import { contactStatus } from "#core/domain/contact.ts";
import type { Outcome, OutcomeResult } from "#core/domain/outcome.ts";
import { outcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { moveStatuses, statusAfter } from "./status-after.ts";

/** How a lead ended as far as is recorded, or null while it is open; with a moment, as far as it had ended by then. */
export async function currentOutcome(
  tx: Transaction,
  principal: Principal,
  contactId: string,
  asOf?: Date,
): Promise<Outcome | null> {
  const { rows } = await tx.query<{ result: string | null; occurred_at: Date | null }>(
    `select result, occurred_at from outcomes where tenant_id = $1 and contact_id = $2
        and ($3::timestamptz is null or coalesce(occurred_at, recorded_at) < $3) order by seq desc limit 1`,
    [principal.tenant.id, contactId, asOf ?? null],
    { prepared: true },
  );
  const row = rows[0];
  return row?.result ? { result: outcomeResult.parse(row.result), at: row.occurred_at } : null;
}

export interface NewOutcome {
  contactId: string;
  result: OutcomeResult;
  at: Date;
  source: string;
  note: string | null;
  /** Recording again with the same key changes nothing. */
  idempotencyKey: string;
}

/** Appends an outcome, with the status that follows from it, and marks the contact as changed: its score is made again. */
export async function recordOutcome(
  tx: Transaction,
  principal: Principal,
  outcome: NewOutcome,
): Promise<void> {
  const { rows: contacts } = await tx.query<{ status: string }>(
    `update contacts set updated_at = now() where tenant_id = $1 and id = $2 returning status`,
    [principal.tenant.id, outcome.contactId],
  );
  const before = await currentOutcome(tx, principal, outcome.contactId);
  const { rows: recorded } = await tx.query(
    `insert into outcomes (tenant_id, contact_id, result, occurred_at, source, note, idempotency_key)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, contact_id, idempotency_key) do nothing returning seq`,
    [
      principal.tenant.id,
      outcome.contactId,
      outcome.result,
      outcome.at,
      outcome.source,
      outcome.note,
      outcome.idempotencyKey,
    ],
  );
  const status = contactStatus.parse(contacts[0]?.status);
  const next = statusAfter(outcome.result, { status, outcome: before?.result ?? null });
  if (recorded.length === 0 || next === status) return;
  const move = { contactId: outcome.contactId, status: next, at: outcome.at.toISOString() };
  await moveStatuses(tx, principal, { moves: [move], source: outcome.source });
}
