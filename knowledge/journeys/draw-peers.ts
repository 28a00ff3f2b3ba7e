import { type Outcome, outcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** Ended contacts of either end, and how many interactions those of one end may have together: what a comparison may cost. */
const peersDrawn = 500;
const eventsRead = 30_000;

/**
 * Draws at most 500 contacts that were won and 500 that were lost before a moment: the same ones each time, by a hash of their ids; fewer
 * where they have very many interactions.
 */
export async function drawPeers(
  tx: Transaction,
  principal: Principal,
  asOf: Date,
): Promise<Map<string, Outcome>> {
  const { rows } = await tx.query<{ contact_id: string; result: string; at: Date | null }>(
    `with ended as materialized (
        select distinct on (contact_id) contact_id, result, occurred_at as at from outcomes
          where tenant_id = $1 and coalesce(occurred_at, recorded_at) < $2 order by contact_id, seq desc),
      drawn as (
        select *, row_number() over (partition by result order by md5(contact_id::text)) as place
          from ended where result is not null),
      counted as (
        select d.*, (select count(*) from interactions i
            where i.tenant_id = $1 and i.contact_id = d.contact_id and i.occurred_at < $2) as events
          from drawn d where d.place <= $3)
      select contact_id, result, at from (
          select *, sum(events) over (partition by result order by place) as upto from counted) c
        where upto <= $4 or place = 1 order by result, place`,
    [principal.tenant.id, asOf, peersDrawn, eventsRead],
  );
  return new Map(
    rows.map(({ contact_id, result, at }) => [contact_id, { result: outcomeResult.parse(result), at }]),
  );
}
