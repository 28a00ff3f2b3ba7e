import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";

/** A vote whose lead has ended since. */
export interface PastVote {
  contactId: string;
  scorer: string;
  probability: number;
  /** What the statistical scorer said at the same moment. */
  localProbability: number;
  won: boolean;
}

/** What scorers were like long ago tells little, and this bounds the work. */
const leadsRead = 500;

/**
 * The last vote of each scorer on each lead before it ended, for the 500 leads that ended last among those voted on, in
 * the order of the leads' ids, which tells nothing. A lead ends when its outcome came about or was recorded, whichever
 * was first; later votes do not count, nor do those on leads that are open again.
 */
export async function pastVotes(tx: Transaction, principal: Principal): Promise<PastVote[]> {
  const { rows } = await tx.query<PastVote>(
    `with voted as (
        select contact_id, min(voted_at) as first_at from score_votes where tenant_id = $1 group by contact_id
      ), leads as materialized (
        select o.* from voted cross join lateral (
          select contact_id, result, least(occurred_at, recorded_at) as ended_at from outcomes
            where tenant_id = $1 and contact_id = voted.contact_id order by seq desc limit 1
        ) o where o.result is not null and voted.first_at < o.ended_at
        order by ended_at desc, contact_id limit $2
      )
      select distinct on (v.contact_id, v.scorer) v.contact_id as "contactId", v.scorer, v.probability,
          v.local_probability as "localProbability", l.result = 'won' as won
        from leads l join score_votes v on v.tenant_id = $1 and v.contact_id = l.contact_id and v.voted_at < l.ended_at
        order by v.contact_id, v.scorer, v.seq desc`,
    [principal.tenant.id, leadsRead],
  );
  return rows;
}
