import { type Outcome, outcomeResult } from "#core/domain/outcome.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** What a picture of a whole workspace may cost. */
const contactsDrawn = 5_000;
const eventsRead = 150_000;

/** Contacts drawn from all of a workspace, with how they had ended by a moment. */
export interface DrawnContacts {
  contacts: string[];
  outcomes: Map<string, Outcome>;
  /** Contacts in all. */
  total: number;
}

/** Draws at most 5,000 contacts: the same ones each time, by a hash of their ids; fewer where they have very many interactions. */
export async function drawContacts(
  tx: Transaction,
  principal: Principal,
  { asOf, assignedTo }: { asOf: Date; assignedTo?: string | undefined },
): Promise<DrawnContacts> {
  const { rows } = await tx.query<{ id: string; total: number; result: string | null; at: Date | null }>(
    `with drawn as materialized (
        select id, count(*) over ()::int as total, row_number() over (order by md5(id::text)) as place
          from contacts where tenant_id = $1 and ($3::text is null or assigned_to = $3)
          order by place limit $4),
      counted as materialized (
        select d.*, (select count(*) from interactions i
            where i.tenant_id = $1 and i.contact_id = d.id and i.occurred_at < $2) as events from drawn d)
      select c.id, c.total, o.result, o.occurred_at as at
        from (select *, sum(events) over (order by place) as upto from counted) c
        left join lateral (select result, occurred_at from outcomes
            where tenant_id = $1 and contact_id = c.id and coalesce(occurred_at, recorded_at) < $2
            order by seq desc limit 1) o on true
        where c.upto <= $5 or c.place = 1 order by c.place`,
    [principal.tenant.id, asOf, assignedTo ?? null, contactsDrawn, eventsRead],
  );
  const outcomes = rows.flatMap(({ id, result, at }) =>
    result === null ? [] : [[id, { result: outcomeResult.parse(result), at }] as const],
  );
  return { contacts: rows.map(({ id }) => id), outcomes: new Map(outcomes), total: rows[0]?.total ?? 0 };
}
