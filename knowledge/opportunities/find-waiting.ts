import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";
import { aliveSql } from "./alive-sql.ts";
import type { OpportunityQuery } from "./opportunity.ts";

/** Contacts of a kind whose texts are read: who else fits is counted, not shown. */
export const mostRead = 200;
/** What has waited for longer is past mending. */
export const longestWaitDays = 180;

export interface Candidate {
  contactId: string;
  probability: number | null;
  band: string | null;
}

/** Candidates of one list, best first, and how many there are. */
export interface Candidates {
  candidates: Candidate[];
  count: number;
}

/** What stands about the workspace's open leads and their scores. */
export interface Standing {
  hot: Candidates;
  asking: Candidates;
  quiet: Candidates;
  open: number;
  scored: number;
  stale: number;
  /** Candidates whose last message is older than the longest wait. */
  tooOld: number;
}

interface Row {
  kind: "hot" | "asking" | "quiet" | "all";
  contact_id: string | null;
  probability: number | null;
  band: string | null;
  total: number;
  scored: number;
  stale: number;
  too_old: number;
}

/**
 * Finds who may wait for an answer and who has gone quiet, in one statement. A high score is band A or B, or among the best tenth of open
 * leads; where no open lead has a score, any counts as high and the list is by age.
 * @param quietDays null: nobody can be told to be quiet.
 */
export async function findWaiting(
  tx: Transaction,
  principal: Principal,
  { asOf, past, assignedTo, quietDays }: OpportunityQuery & { quietDays: number | null },
): Promise<Standing> {
  const { rows } = await tx.query<Row>(sql(past), [
    principal.tenant.id,
    asOf.toISOString(),
    assignedTo ?? null,
    quietDays,
    automaticPattern,
  ]);
  const of = (kind: Row["kind"]): Candidates => {
    const found = rows.filter((row) => row.kind === kind);
    return {
      count: found[0]?.total ?? 0,
      candidates: found.map(({ contact_id, probability, band }) => ({
        contactId: contact_id ?? "",
        probability,
        band,
      })),
    };
  };
  const all = rows.find(({ kind }) => kind === "all");
  return {
    hot: of("hot"),
    asking: of("asking"),
    quiet: of("quiet"),
    open: all?.total ?? 0,
    scored: all?.scored ?? 0,
    stale: all?.stale ?? 0,
    tooOld: all?.too_old ?? 0,
  };
}

/** A machine's answer comes at once; who got nothing else still waits. Wider than `isAutomatic`, which decides. */
const automaticPattern =
  "auto(matic|mated)?[ -]?(reply|response|responder|message)|automatically|out[ -]of[ -](the[ -])?office|received your|abwesen|automatisch|nicht im (büro|haus)|im urlaub|außer haus|réponse automatique|absence du bureau|message automatique|en congé|respuesta automática|fuera de la oficina|mensaje automático| on (annual |parental |maternity |paternity |sick )?(leave|holiday|vacation)";

const sql = (past: boolean) => `with ${aliveSql(past)},
  rules as materialized (
    select count(*)::int as total, count(probability)::int as scored, count(*) filter (where stale)::int as stale,
        percentile_disc(.9) within group (order by probability) as tenth from alive where open),
  waiting as materialized (
    select l.*, open and (r.scored = 0 or band in ('A', 'B') or probability >= r.tenth) as high from latest l cross join rules r
      where at >= $2::timestamptz - interval '${longestWaitDays} days' and (awaits or (direction = 'OUTBOUND'
        and at >= $2::timestamptz - interval '30 days' and exists (${repliedByMachine})))),
  quiet as materialized (
    select l.* from latest l cross join rules r
      where open and not awaits and $4::float8 is not null and (r.scored = 0 or band in ('A', 'B') or probability >= r.tenth)
        and at < $2::timestamptz - $4 * interval '1 day' and at >= $2::timestamptz - interval '365 days'
        and not exists (select from interactions i where i.tenant_id = $1 and i.contact_id = l.id
          and i.occurred_at > $2::timestamptz - $4 * interval '1 day' and i.occurred_at <= $2))
  (select 'hot' as kind, id as contact_id, probability, band, (count(*) over ())::int as total, 0 as scored, 0 as stale, 0 as too_old
    from waiting where high order by probability desc nulls last, at, id limit ${mostRead})
  union all (select 'asking', id, probability, band, (count(*) over ())::int, 0, 0, 0 from waiting order by at desc, id limit ${mostRead})
  union all (select 'quiet', id, probability, band, (count(*) over ())::int, 0, 0, 0 from quiet
    order by probability desc nulls last, at desc, id limit ${mostRead})
  union all select 'all', null, null, null, total, scored, stale,
    (select count(*)::int from latest where awaits and at < $2::timestamptz - interval '${longestWaitDays} days') from rules`;

const repliedByMachine = `select from interactions o where o.tenant_id = $1 and o.contact_id = l.id and o.occurred_at = l.at
    and left(concat_ws(' ', o.subject, o.content), 400) ~* $5
    and exists (select from interactions i where i.tenant_id = $1 and i.contact_id = l.id and i.direction = 'INBOUND'
      and i.occurred_at <= l.at and i.occurred_at >= l.at - interval '1 hour')`;
