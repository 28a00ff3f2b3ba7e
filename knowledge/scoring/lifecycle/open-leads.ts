import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { type LeadRecord, loadLeadRecords } from "../snapshots/load-snapshots.ts";

/** Enough to see a shift of a field's values, few enough to be read within a second. */
const most = 1_000;

/** A sample of the leads that have not ended, the same as long as they are the same: at most 1,000. */
export async function sampleOpenLeads(tx: Transaction, principal: Principal): Promise<LeadRecord[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select c.id from contacts c
      where c.tenant_id = $1
        and (select result from outcomes o where o.tenant_id = $1 and o.contact_id = c.id order by seq desc limit 1) is null
      order by md5(c.id::text) limit ${most}`,
    [principal.tenant.id],
  );
  const ids = rows.map(({ id }) => id);
  return ids.length > 0 ? loadLeadRecords(tx, principal, { ids, limit: most }) : [];
}
