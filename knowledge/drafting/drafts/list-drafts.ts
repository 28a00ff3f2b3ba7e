import { randomUUID } from "node:crypto";
import type { DraftStatus } from "#core/domain/draft.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type DraftRow, draftColumns } from "./draft-row.ts";

/** A draft in a list. */
export interface ListedDraft extends DraftRow {
  contactName: string;
  expired: boolean;
  /** Reviews it, by this principal; null when there is nothing to decide any more. */
  handle: string | null;
}

export interface DraftsQuery {
  statuses: readonly DraftStatus[];
  contactId?: string | undefined;
  assignedTo?: string | undefined;
  /** 1–100. */
  limit: number;
}

/** Lists drafts, those proposed last first, and issues the principal's handle for each that waits. */
export async function listDrafts(
  tx: Transaction,
  principal: Principal,
  { statuses, contactId, assignedTo, limit }: DraftsQuery,
): Promise<{ drafts: ListedDraft[]; total: number }> {
  const { rows } = await tx.query<ListedDraft & { total: number }>(
    `select ${draftColumns}, d.expires_at < now() as expired, (count(*) over ())::int as total,
        coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as "contactName"
      from drafts d join contacts c on c.tenant_id = $1 and c.id = d.contact_id
      where d.tenant_id = $1 and d.status = any($2::text[]) and ($3::uuid is null or d.contact_id = $3) and ($4::text is null or c.assigned_to = $4)
      order by d.proposed_at desc, d.id limit $5`,
    [principal.tenant.id, statuses, contactId ?? null, assignedTo ?? null, limit],
  );
  const waits = rows.filter(
    ({ status, expired }) => (status === "proposed" || status === "handed_over") && !expired,
  );
  const handles = await issueHandles(
    tx,
    principal,
    waits.map(({ id }) => id),
  );
  return {
    total: rows[0]?.total ?? 0,
    drafts: rows.map(({ total: _total, ...draft }) => ({ ...draft, handle: handles.get(draft.id) ?? null })),
  };
}

async function issueHandles(
  tx: Transaction,
  principal: Principal,
  draftIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (draftIds.length === 0) return new Map();
  await tx.query(
    `insert into draft_handles (tenant_id, handle, draft_id, issued_to)
      select $1, handle, draft_id, $2 from unnest($3::uuid[], $4::uuid[]) as n(handle, draft_id) on conflict do nothing`,
    [principal.tenant.id, principal.user, draftIds.map(() => randomUUID()), draftIds],
  );
  const { rows } = await tx.query<{ draft_id: string; handle: string }>(
    `select draft_id, handle from draft_handles where tenant_id = $1 and issued_to = $2 and draft_id = any($3::uuid[])`,
    [principal.tenant.id, principal.user, draftIds],
  );
  return new Map(rows.map(({ draft_id, handle }) => [draft_id, handle]));
}
