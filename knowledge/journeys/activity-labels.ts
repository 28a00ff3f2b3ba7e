import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** Labels shown; a source with more numbers them. */
const labelsShown = 200;

/** What a source calls some of its interactions: what rules by activity can name. */
export interface ActivityLabel {
  activity: string | null;
  type: string | null;
  direction: string | null;
  interactions: number;
  contacts: number;
}

/** The workspace's labels with their types and directions, the most frequent first, at most 200. */
export async function activityLabels(tx: Transaction, principal: Principal): Promise<ActivityLabel[]> {
  const { rows } = await tx.query<ActivityLabel>(
    `select activity, type, direction, count(*)::int as interactions, count(distinct contact_id)::int as contacts
      from interactions where tenant_id = $1 group by activity, type, direction
      order by count(*) desc, activity, type, direction limit $2`,
    [principal.tenant.id, labelsShown],
  );
  return rows;
}
