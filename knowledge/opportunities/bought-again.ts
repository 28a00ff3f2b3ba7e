import { displayName } from "#core/domain/contact.ts";
import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { type TouchMeasures, touchDays } from "./touch-measures.ts";

/** A customer who bought again, and how they were in touch before it. */
export interface BoughtAgain extends TouchMeasures {
  contactId: string;
  name: string;
  assignedTo: string | null;
  at: Date;
}

interface Row {
  contact_id: string;
  external_id: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  assigned_to: string | null;
  at: Date;
  inbound: number;
  outbound: number;
  talks: number;
}

/** The latest so many who bought again are a profile. */
const sampled = 300;
/** Customers whose activity labels are looked at, the same each time. */
const labelled = 1_000;
/** A second record of the same purchase comes sooner. */
const leastDaysBetween = 7;

/**
 * Customers who bought again: a later outcome won (more than a week after the first, not withdrawn), or, of a sample of customers, an
 * activity whose label says upsell, cross-sell, renewal, expansion, upgrade or reorder.
 */
export async function loadBoughtAgain(
  tx: Transaction,
  principal: Principal,
  asOf: Date,
): Promise<BoughtAgain[]> {
  const { rows } = await tx.query<Row>(sql, [principal.tenant.id, asOf.toISOString(), says, saysNot]);
  return rows.map((row) => ({
    contactId: row.contact_id,
    name: displayName({
      externalId: row.external_id,
      email: row.email,
      firstName: row.first_name,
      lastName: row.last_name,
    }),
    assignedTo: row.assigned_to,
    at: row.at,
    inbound: row.inbound,
    outbound: row.outbound,
    talks: row.talks,
  }));
}

const says =
  "up-?sell|up-?sold|cross[- _]?s(ell|old)|renew(al|ed)|expan(sion|ded)|upgraded?|re-?order|repeat (order|purchase)";
const saysNot = "reminder|request|due|lost|declin|cancel|fail|offer|reject|churn|quote";

const sql = `with results as (
    select contact_id, result, occurred_at, lead(coalesce(result, 'withdrawn')) over (partition by contact_id order by seq) as next from outcomes
      where tenant_id = $1 and coalesce(occurred_at, recorded_at) <= $2),
  wins as materialized (select contact_id, occurred_at as at from results
    where result = 'won' and occurred_at is not null and next is distinct from 'withdrawn'),
  firsts as materialized (select contact_id, min(at) as first from wins group by contact_id),
  again as (
    select w.contact_id, min(w.at) as at from wins w join firsts f on f.contact_id = w.contact_id
      where w.at > f.first + interval '${leastDaysBetween} days' group by w.contact_id
    union all
    select f.contact_id, l.at from (select * from firsts order by hashtext(contact_id::text), contact_id limit ${labelled}) f
      cross join lateral (select min(i.occurred_at) as at from interactions i where i.tenant_id = $1 and i.contact_id = f.contact_id
        and i.occurred_at > f.first + interval '${leastDaysBetween} days' and i.occurred_at <= $2
        and i.activity ~* $3 and i.activity !~* $4) l where l.at is not null),
  chosen as (select contact_id, min(at) as at from again group by contact_id order by at desc, contact_id limit ${sampled})
  select h.contact_id, h.at, c.external_id, c.email, c.first_name, c.last_name, c.assigned_to, t.*
    from chosen h join contacts c on c.tenant_id = $1 and c.id = h.contact_id
    cross join lateral (${touchesSql("h.contact_id", "h.at")}) t order by h.at desc, h.contact_id`;

/** SQL of the measures of a contact over the days before a moment. */
export function touchesSql(contact: string, moment: string): string {
  return `select count(*) filter (where i.direction = 'INBOUND')::int as inbound, count(*) filter (where i.direction = 'OUTBOUND')::int as outbound,
      count(*) filter (where i.type in ('PHONE_CALL', 'MEETING'))::int as talks from interactions i
    where i.tenant_id = $1 and i.contact_id = ${contact} and i.occurred_at < ${moment} and i.occurred_at >= ${moment} - interval '${touchDays} days'`;
}
