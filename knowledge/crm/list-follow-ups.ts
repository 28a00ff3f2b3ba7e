import { authorize } from "#core/access.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type FollowUp, type FollowUpRow, followUpColumns, toFollowUp } from "./follow-up-row.ts";

export interface FollowUpQuery {
  contactId?: string | undefined;
  assignedTo?: string | undefined;
  /** Default: those that are not done. */
  done?: boolean | undefined;
  /** Only those due before this moment. */
  dueBefore?: Date | undefined;
  limit: number;
}

/** Follow-ups, the earliest due first; who reads only their own sees those of their contacts and those assigned to them. */
export async function listFollowUps(
  tx: Transaction,
  principal: Principal,
  { contactId, assignedTo, done = false, dueBefore, limit }: FollowUpQuery,
): Promise<FollowUp[]> {
  const own = authorize(principal, "interactions:read") === "own" ? principal.user : null;
  const { rows } = await tx.query<FollowUpRow>(
    `select ${followUpColumns} from follow_ups f join contacts c on c.tenant_id = $1 and c.id = f.contact_id
      where f.tenant_id = $1 and (f.done_at is not null) = $2 and ($3::uuid is null or f.contact_id = $3)
        and ($4::text is null or f.assigned_to = $4) and ($5::timestamptz is null or f.due_at < $5)
        and ($6::text is null or c.assigned_to = $6 or f.assigned_to = $6)
      order by f.due_at, f.id limit $7`,
    [principal.tenant.id, done, contactId ?? null, assignedTo ?? null, dueBefore ?? null, own, limit],
  );
  return rows.map(toFollowUp);
}
