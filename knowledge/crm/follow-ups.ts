import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { readContactView } from "./contact-view.ts";
import { type FollowUp, type FollowUpRow, followUpColumns, toFollowUp } from "./follow-up-row.ts";
import { ensureOwn } from "./own-contacts.ts";

export interface NewFollowUp {
  id: string;
  contactId: string;
  dueAt: Date;
  text: string;
  assignedTo: string | null;
}

/** What is changed of a follow-up; undefined: stays as it is. */
export interface FollowUpChange {
  dueAt?: Date | undefined;
  text?: string | undefined;
  assignedTo?: string | null | undefined;
  done?: boolean | undefined;
}

/** Stores a follow-up; the same id is stored once. @throws AppError NOT_FOUND, FORBIDDEN */
export async function createFollowUp(
  tx: Transaction,
  principal: Principal,
  given: NewFollowUp,
): Promise<FollowUp> {
  const contact = await readContactView(tx, principal, given.contactId);
  ensureOwn(principal, "interactions:write", contact);
  await tx.query(
    `insert into follow_ups (tenant_id, id, contact_id, due_at, text, assigned_to, created_by)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, id) do nothing`,
    [principal.tenant.id, given.id, contact.id, given.dueAt, given.text, given.assignedTo, principal.user],
  );
  return readFollowUp(tx, principal, { id: given.id, permission: "interactions:write" });
}

/** One follow-up. @throws AppError NOT_FOUND, FORBIDDEN */
export async function readFollowUp(
  tx: Transaction,
  principal: Principal,
  { id, permission }: { id: string; permission: "interactions:read" | "interactions:write" },
): Promise<FollowUp> {
  const { rows } = await tx.query<FollowUpRow>(
    `select ${followUpColumns} from follow_ups f join contacts c on c.tenant_id = $1 and c.id = f.contact_id
      where f.tenant_id = $1 and f.id = $2`,
    [principal.tenant.id, id],
  );
  const [row] = rows;
  if (!row) throw new AppError("NOT_FOUND", `No follow-up ${id}. List follow-ups to find its id.`);
  if (row.assigned_to !== principal.user) ensureOwn(principal, permission, contactOf(row));
  return toFollowUp(row);
}

/** Changes a follow-up. @throws AppError NOT_FOUND, FORBIDDEN */
export async function updateFollowUp(
  tx: Transaction,
  principal: Principal,
  { id, change }: { id: string; change: FollowUpChange },
): Promise<FollowUp> {
  await readFollowUp(tx, principal, { id, permission: "interactions:write" });
  await tx.query(
    `update follow_ups set due_at = coalesce($3, due_at), text = coalesce($4, text),
        assigned_to = case when $5 then $6 else assigned_to end,
        done_at = case when $7::boolean is null then done_at when $7 then coalesce(done_at, now()) end, updated_at = now()
      where tenant_id = $1 and id = $2`,
    [
      principal.tenant.id,
      id,
      change.dueAt ?? null,
      change.text ?? null,
      change.assignedTo !== undefined,
      change.assignedTo ?? null,
      change.done ?? null,
    ],
  );
  return readFollowUp(tx, principal, { id, permission: "interactions:write" });
}

/** Deletes a follow-up. @throws AppError NOT_FOUND, FORBIDDEN */
export async function deleteFollowUp(tx: Transaction, principal: Principal, id: string): Promise<void> {
  await readFollowUp(tx, principal, { id, permission: "interactions:write" });
  await tx.query("delete from follow_ups where tenant_id = $1 and id = $2", [principal.tenant.id, id]);
}

function contactOf(row: FollowUpRow) {
  return {
    assignedTo: row.contact_assigned_to,
    firstName: row.contact_name,
    lastName: null,
    email: null,
    externalId: null,
  };
}
