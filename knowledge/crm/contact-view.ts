import type { Contact } from "#core/domain/contact.ts";
import { AppError } from "#core/errors.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type ContactRow, contactColumns, toContact } from "./contact-row.ts";

/** A contact with what stands beside it in other tables, read in one query. */
export interface ContactView extends Contact {
  /** 0–100 as stored; null while it has not been scored. */
  leadScore: number | null;
  /** Another value means that the record has changed since. */
  version: string;
  /** The latest interactions, most recent first; empty in lists. */
  recentActivity: RecentActivity[];
}

export interface RecentActivity {
  id: string;
  type: string | null;
  activity: string | null;
  direction: string | null;
  subject: string | null;
  /** ISO 8601. */
  createdAt: string;
}

export interface ViewRow extends ContactRow {
  probability: number | null;
  version: string;
  recent?: RecentActivity[];
}

/** Columns of a view, of `contacts c` joined by `scoreJoin`. */
export const viewColumns = `${contactColumns}, s.probability, (extract(epoch from c.updated_at) * 1000000)::bigint::text as version`;
export const scoreJoin = "left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id";

const recentShown = 5;

const viewSql = `select ${viewColumns}, (
      select coalesce(json_agg(json_build_object('id', id, 'type', type, 'activity', activity, 'direction', direction,
          'subject', subject, 'createdAt', to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
        from (select * from interactions i where i.tenant_id = $1 and i.contact_id = c.id
          order by i.occurred_at desc, i.id desc limit ${recentShown}) i) as recent
    from contacts c ${scoreJoin} where c.tenant_id = $1 and c.id = $2`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads one contact by our id. @throws AppError NOT_FOUND */
export async function readContactView(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<ContactView> {
  const { rows } = uuid.test(id)
    ? await tx.query<ViewRow>(viewSql, [principal.tenant.id, id], { prepared: true })
    : { rows: [] };
  if (rows[0]) return toView(rows[0]);
  throw new AppError(
    "NOT_FOUND",
    `No contact ${JSON.stringify(id.slice(0, 60))} in workspace ${principal.tenant.name}. List or search contacts to find its id.`,
  );
}

export function toView(row: ViewRow): ContactView {
  return {
    ...toContact(row),
    leadScore: row.probability === null ? null : 100 * row.probability,
    version: row.version,
    recentActivity: row.recent ?? [],
  };
}
