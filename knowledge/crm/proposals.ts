import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

export interface Proposal<Payload> {
  id: string;
  kind: string;
  /** Whom it is about. */
  contactId: string;
  payload: Payload;
  expiresAt: Date;
}

/** Stores an effect that waits for a yes; its id is the handle that confirms it. */
export async function propose<Payload>(
  tx: Transaction,
  principal: Principal,
  proposal: Proposal<Payload>,
): Promise<void> {
  await forgetOld(tx, principal);
  await tx.query(
    `insert into proposals (tenant_id, id, kind, contact_id, payload, proposed_by, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, id) do nothing`,
    [
      principal.tenant.id,
      proposal.id,
      proposal.kind,
      proposal.contactId,
      JSON.stringify(proposal.payload),
      principal.user,
      proposal.expiresAt,
    ],
  );
}

/**
 * Takes a proposal for carrying out, in the caller's transaction. A handle that was confirmed before gives its payload
 * again with `again: true`, so that a repeated call can answer the same without a second effect.
 * @throws AppError NOT_FOUND for a handle that this workspace never issued, PROPOSAL_EXPIRED after its time.
 */
export async function confirm<Payload>(
  tx: Transaction,
  principal: Principal,
  { handle, kind }: { handle: string; kind: string },
): Promise<{ payload: Payload; again: boolean }> {
  const { rows } = await tx.query<{ payload: Payload; expired: boolean; confirmed: boolean }>(
    `select payload, expires_at < now() as expired, confirmed_at is not null as confirmed
      from proposals where tenant_id = $1 and id = $2 and kind = $3 for update`,
    [principal.tenant.id, handle, kind],
  );
  const row = rows[0];
  if (!row) {
    throw new AppError(
      "NOT_FOUND",
      `No proposal has the handle ${handle}. Propose first; the answer holds the handle.`,
    );
  }
  if (row.confirmed) return { payload: row.payload, again: true };
  if (row.expired) {
    throw new AppError(
      "PROPOSAL_EXPIRED",
      "The proposal has expired; nothing was recorded. Propose it again.",
    );
  }
  await tx.query(
    `update proposals set confirmed_by = $3, confirmed_at = now() where tenant_id = $1 and id = $2`,
    [principal.tenant.id, handle, principal.user],
  );
  return { payload: row.payload, again: false };
}

/** What nobody agreed to has no use after a while; what was agreed to tells later who did. */
async function forgetOld(tx: Transaction, principal: Principal): Promise<void> {
  await tx.query(
    `delete from proposals where tenant_id = $1 and confirmed_at is null and expires_at < now() - interval '30 days'`,
    [principal.tenant.id],
  );
}
