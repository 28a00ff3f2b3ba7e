import type { Principal } from "#core/principal.ts";
import { lockImports } from "../crm/lock-imports.ts";
import { lockContact } from "../crm/update-contact.ts";
import type { Database, Transaction } from "../db/database.ts";
import { contactTables } from "./contact-tables.ts";
import { contactTraces } from "./contact-traces.ts";
import { forgetFiles } from "./forget-files.ts";
import { forgetWaitingJobs } from "./forget-jobs.ts";
import { forgetInModels, forgetMentions } from "./forget-mentions.ts";

/** What was erased, told without anything about the person. */
export interface ErasureReceipt {
  id: string;
  /** ISO 8601. */
  erasedAt: string;
  /** Rows that were deleted or emptied, by table; tables without any are left out. */
  erased: Record<string, number>;
  /** Other contacts of the workspace with the same email: perhaps the same person, and not erased. */
  sameEmail: number;
}

/**
 * Erases a contact and all that is known of it, in one transaction; other contacts' records and the team's own articles stay as they are.
 * Vectors outside the database go with the next indexing.
 * @throws AppError NOT_FOUND
 */
export async function eraseContact(db: Database, principal: Principal, id: string): Promise<ErasureReceipt> {
  const { tenant } = principal;
  const { receipt, ids } = await db.withTenant(tenant.id, (tx) => erase(tx, principal, id));
  const jobs = await forgetWaitingJobs(db, tenant.id, ids);
  return jobs === 0 ? receipt : { ...receipt, erased: { ...receipt.erased, jobs } };
}

async function erase(
  tx: Transaction,
  principal: Principal,
  given: string,
): Promise<{ receipt: ErasureReceipt; ids: string[] }> {
  // No import may make the contact anew meanwhile.
  await lockImports(tx, principal);
  const { id } = await lockContact(tx, principal, given);
  const traces = await contactTraces(tx, principal, id);
  const { rows } = await tx.query<Counted>(counting, [principal.tenant.id, id]);
  const { erasedAt, sameEmail, held } = rows[0] as Counted;
  const mentions = await forgetMentions(tx, principal, traces);
  const models = await forgetInModels(tx, principal, traces);
  const files = await forgetFiles(tx, principal, traces);
  await tx.query("delete from contacts where tenant_id = $1 and id = $2", [principal.tenant.id, id]);
  const erased = sums([held, mentions, { scoring_models: models, job_files: files }]);
  return { receipt: { id, erasedAt: erasedAt.toISOString(), erased, sameEmail }, ids: traces.ids };
}

interface Counted {
  erasedAt: Date;
  sameEmail: number;
  /** Rows by table. */
  held: Record<string, number>;
}

const counting = `select now() as "erasedAt",
  (select count(*)::int from contacts o join contacts c on c.tenant_id = $1 and c.id = $2
    where o.tenant_id = $1 and o.id <> $2 and lower(o.email) = lower(c.email)) as "sameEmail",
  jsonb_build_object(${contactTables
    .map(
      ({ table, where }) =>
        `'${table}', (select count(*)::int from ${table} r where r.tenant_id = $1 and ${where})`,
    )
    .join(",\n  ")}) as held`;

function sums(counts: readonly Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [table, rows] of counts.flatMap((each) => Object.entries(each))) {
    if (rows > 0) total[table] = (total[table] ?? 0) + rows;
  }
  return total;
}
