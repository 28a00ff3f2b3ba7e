import type { ContactStatus } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type ContactView, scoreJoin, toView, type ViewRow, viewColumns } from "./contact-view.ts";

export interface ContactQuery {
  /** 1, 2, 3 …; with `after`, of what comes after it. */
  page: number;
  limit: number;
  /** Only contacts made before this one; the newest stand first. */
  after?: string | undefined;
  /** Part of a name, an email, a company or an external id. */
  search?: string | undefined;
  status?: ContactStatus | undefined;
  /** 0–100, of stored scores. */
  leadScoreMin?: number | undefined;
  assignedTo?: string | undefined;
}

export interface ContactPage {
  contacts: ContactView[];
  /** Of all that fit, on all pages. */
  total: number;
  hasNext: boolean;
}

/** One page of contacts, the newest first, and how many fit. */
export async function listContacts(
  tx: Transaction,
  principal: Principal,
  query: ContactQuery,
): Promise<ContactPage> {
  const values: unknown[] = [principal.tenant.id];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const fits = conditions(query, bind).join(" and ");
  const counted = `(select count(*) from contacts c ${scored(query)} where ${fits})`;
  const beyond = query.after === undefined ? "" : `and c.id < ${bind(query.after)}`;
  const { rows } = await tx.query<ViewRow & { total: string }>(
    `select ${viewColumns}, ${counted} as total from contacts c ${scoreJoin} where ${fits} ${beyond}
      order by c.id desc limit ${bind(query.limit + 1)} offset ${bind((query.page - 1) * query.limit)}`,
    values,
  );
  const total = rows[0] ? Number(rows[0].total) : await countAll(tx, principal, query);
  const contacts = rows.slice(0, query.limit).map(toView);
  return { contacts, total, hasNext: rows.length > query.limit };
}

/** A page beyond the last has no row to carry the number. */
async function countAll(tx: Transaction, principal: Principal, query: ContactQuery): Promise<number> {
  const values: unknown[] = [principal.tenant.id];
  const fits = conditions(query, (value) => `$${values.push(value)}`).join(" and ");
  const { rows } = await tx.query<{ n: string }>(
    `select count(*) as n from contacts c ${scored(query)} where ${fits}`,
    values,
  );
  return Number(rows[0]?.n ?? 0);
}

/** Only a filter by score needs the scores. */
function scored({ leadScoreMin }: ContactQuery): string {
  return leadScoreMin === undefined ? "" : scoreJoin;
}

function conditions(
  { search, status, leadScoreMin, assignedTo }: ContactQuery,
  bind: (value: unknown) => string,
) {
  const where = ["c.tenant_id = $1"];
  if (status) where.push(`c.status = ${bind(status)}`);
  if (assignedTo !== undefined) where.push(`c.assigned_to = ${bind(assignedTo)}`);
  if (leadScoreMin !== undefined) where.push(`s.probability >= ${bind(leadScoreMin / 100)}`);
  if (search) {
    const pattern = bind(`%${search.replace(/[\\%_]/g, "\\$&")}%`);
    where.push(
      `concat_ws(' ', c.first_name, c.last_name, c.email, c.company, c.external_id) ilike ${pattern}`,
    );
  }
  return where;
}
