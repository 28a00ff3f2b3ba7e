import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type DraftRow, draftColumns } from "../drafts/draft-row.ts";

/** A draft under review. */
export interface DraftUnderReview extends DraftRow {
  contactName: string;
  assignedTo: string | null;
  expired: boolean;
  /** Since the draft: what came into the conversation after the message that it answers. */
  wentOn: "INBOUND" | "OUTBOUND" | null;
}

/**
 * Finds the draft that a handle stands for, and holds its row until the transaction ends.
 * @param assignedTo only with contacts assigned to this user.
 * @throws AppError NOT_FOUND for a handle never issued here, FORBIDDEN for another principal's
 */
export async function findByHandle(
  tx: Transaction,
  principal: Principal,
  { handle, assignedTo }: { handle: string; assignedTo?: string | undefined },
): Promise<DraftUnderReview> {
  const { rows } = await tx.query<DraftUnderReview & { issuedTo: string }>(sql, [
    principal.tenant.id,
    handle,
  ]);
  const draft = rows[0];
  if (!draft) {
    throw new AppError(
      "NOT_FOUND",
      `No draft has the handle ${handle}. list_drafts gives the handles of the drafts that wait.`,
    );
  }
  if (draft.issuedTo !== principal.user) {
    throw new AppError(
      "FORBIDDEN",
      `This handle was issued to ${draft.issuedTo}, not to ${principal.user}. list_drafts gives your own.`,
    );
  }
  if (assignedTo !== undefined && draft.assignedTo !== assignedTo) {
    throw new AppError(
      "FORBIDDEN",
      `${draft.contactName} is assigned to ${draft.assignedTo ?? "nobody"}; ask them or a manager to decide about this draft.`,
    );
  }
  return draft;
}

const sql = `select ${draftColumns}, h.issued_to as "issuedTo", c.assigned_to as "assignedTo", d.expires_at < now() as expired,
    coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as "contactName",
    (select max(i.direction) from interactions i join interactions a on a.tenant_id = $1 and a.id = d.interaction_id
      where i.tenant_id = $1 and i.conversation_id = d.conversation_id and i.occurred_at > a.occurred_at and i.created_at > d.proposed_at
        and (i.asks or i.answers)) as "wentOn"
  from draft_handles h
  join drafts d on d.tenant_id = $1 and d.id = h.draft_id
  join contacts c on c.tenant_id = $1 and c.id = d.contact_id
  where h.tenant_id = $1 and h.handle = $2 for update of d`;
