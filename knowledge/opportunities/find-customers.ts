import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { endedSql, pastScores, scores } from "./alive-sql.ts";
import { touchesSql } from "./bought-again.ts";
import type { OpportunityQuery } from "./opportunity.ts";
import type { TouchMeasures } from "./touch-measures.ts";

/** A customer, and how they were in touch lately. */
export interface Customer extends TouchMeasures {
  contactId: string;
  assignedTo: string | null;
  probability: number | null;
  band: string | null;
  /** When they were won, if known. */
  since: Date | null;
}

interface Row extends TouchMeasures {
  contact_id: string;
  assigned_to: string | null;
  probability: number | null;
  band: string | null;
  ended_at: Date | null;
}

/** Whoever bought within so many days has just bought. */
const justBoughtDays = 60;

/** Every customer (won, or of status CUSTOMER) who has not just bought, whoever they are assigned to: what is usual is learnt from all. */
export async function findCustomers(
  tx: Transaction,
  principal: Principal,
  { asOf, past }: Pick<OpportunityQuery, "asOf" | "past">,
): Promise<Customer[]> {
  const { rows } = await tx.query<Row>(sql(past), [principal.tenant.id, asOf.toISOString()]);
  return rows.map(({ contact_id: contactId, assigned_to: assignedTo, ended_at: since, ...row }) => ({
    contactId,
    assignedTo,
    since,
    ...row,
  }));
}

const sql = (past: boolean) => `with ended as materialized (${endedSql}),
  customers as materialized (
    select c.id, c.assigned_to, e.occurred_at as ended_at from contacts c left join ended e on e.contact_id = c.id
      where c.tenant_id = $1 and c.status <> 'INACTIVE'
        and (e.result = 'won' or c.status = 'CUSTOMER' and e.result is null)
        and (e.occurred_at is null or e.occurred_at < $2::timestamptz - interval '${justBoughtDays} days'))
  select a.id as contact_id, a.assigned_to, s.probability, s.band, a.ended_at, t.* from customers a
    left join ${past ? pastScores : scores} s on s.contact_id = a.id
    cross join lateral (${touchesSql("a.id", "$2::timestamptz")}) t order by a.id`;
