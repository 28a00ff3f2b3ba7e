import type { Principal } from "#core/principal.ts";
import type { Database } from "../../db/database.ts";
import { servingModel } from "../lifecycle/serving-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { improvements } from "./improvements.ts";

/** What a salesperson could change about a lead, by the workspace's model, the best first. */
export async function suggestImprovements(db: Database, principal: Principal, snapshot: LeadSnapshot) {
  const { model, meetingPlanned } = await db.readTenant(principal.tenant.id, async (tx) => {
    const [{ model }, { rows }] = await Promise.all([
      servingModel(tx, principal),
      // A snapshot ends at its moment; a calendar does not. A lead given in the call has a made-up id, which finds nothing.
      tx.query(
        `select 1 from interactions where tenant_id = $1 and contact_id = $2::uuid and occurred_at >= now()
            and (type = 'MEETING' or channel = 'IN_PERSON') limit 1`,
        [principal.tenant.id, snapshot.contactId],
        { prepared: true },
      ),
    ]);
    return { model, meetingPlanned: rows.length > 0 };
  });
  return improvements(model, snapshot, { meetingPlanned }).map(({ reason, ...rest }) => ({
    ...rest,
    action: reason,
  }));
}
