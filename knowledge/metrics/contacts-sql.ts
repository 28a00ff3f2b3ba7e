import { answersSql, nextAnswer, noAnswersSql, replyDue } from "./answers-sql.ts";
import type { ContactsQuery, Needs, Statement } from "./contacts-query.ts";
import { contactColumns } from "./dimensions.ts";
import { groupsSql } from "./groups-sql.ts";
import { channelCondition, contactConditions } from "./segment.ts";
import { medianOf, summaryOf } from "./summary-sql.ts";

/**
 * One statement about contacts, whose rows are {part, row}, row being JSON; read-contact-metrics.ts says what each part holds. Buckets are
 * counted from 1; 0 lies before them.
 */
export function contactsSql(query: ContactsQuery, needs: Needs): { text: string; values: unknown[] } {
  const { bounds, earlier } = query.buckets;
  const values: unknown[] = [query.tenantId, bounds.map((at) => at.toISOString()), query.asOf.toISOString()];
  const statement: Statement = {
    bind: (value) => `$${values.push(value)}`,
    within: (bucket) => `${bucket} between ${earlier + 1} and ${bounds.length - 1}`,
  };
  const text = `with ${chosenSql(query, statement)},
    ended as materialized (select distinct on (contact_id) contact_id, result, occurred_at, seq from outcomes
      where tenant_id = $1 and coalesce(occurred_at, recorded_at) < $3::timestamptz order by contact_id, seq desc),
    latest as materialized (select * from ended where result is not null),
    ${needs.interactions ? answersSql(query, statement) : noAnswersSql},
    ${maturitySql},
    lead as materialized (${leadSql(query, statement)})
    select 'facts' as part, ${factsSql} as "row"
    union all select 'came', json_build_array(came, count(*), count(*) filter (where dated), count(*) filter (where dated and in_window)) from lead
      where came is not null group by came
    union all select 'ended', json_build_array(ended, count(*), count(*) filter (where result = 'won')) from lead
      where ended is not null group by ended
    union all select 'reply', json_build_array(bucket, channel, n, hits) from replies where contact_id is null
    union all select 'response', json_build_array(asked, ${medianOf("every")}) from (
      select asked, array_agg(seconds) as every from lead where seconds is not null group by asked) r
    ${query.ranges.map((range) => rangeSql(range, statement)).join("\n")}
    ${groupsSql(query.dimensions)}
    ${nowSql(needs)}`;
  return { text, values };
}

function chosenSql(query: ContactsQuery, { bind }: Statement): string {
  const conditions = contactConditions(query, bind).map((condition) => ` and ${condition}`);
  const columns = Object.entries(contactColumns).map(([name, sql]) => `${sql} as ${name}`);
  return `chosen as materialized (
      select c.id, c.created_at, ${columns.join(", ")}
      from contacts c left join companies co on co.tenant_id = $1 and co.id = c.company_id
      where c.tenant_id = $1${conditions.join("")})`;
}

/**
 * The window that conversion_rate gives every lead, in seconds: half of the won ones took at most so long. And the last bucket whose leads
 * have all had it. Null where nobody was won.
 */
const maturitySql = `maturity as (
      select won_after, width_bucket($3::timestamptz - make_interval(secs => won_after), $2::timestamptz[]) - 1 as mature from (
        select extract(epoch from percentile_cont(0.5) within group (order by l.occurred_at - c.created_at))::float8 as won_after
        from chosen c join latest l on l.contact_id = c.id and l.result = 'won' and l.occurred_at >= c.created_at) w)`;

const factsSql = `json_build_object(
      'contacts', (select count(came) from lead),
      'undated', (select count(*) from lead where not dated),
      'aheadLeads', (select count(*) from chosen where created_at >= $3::timestamptz),
      'aheadOutcomes', (select count(distinct o.contact_id) from outcomes o join chosen c on c.id = o.contact_id
        left join ended e on e.contact_id = o.contact_id
        where o.tenant_id = $1 and coalesce(o.occurred_at, o.recorded_at) >= $3::timestamptz and (e.seq is null or e.seq < o.seq)),
      'firstLead', (select extract(epoch from min(created_at)) * 1000 from contacts where tenant_id = $1),
      'firstOutcome', (select extract(epoch from min(occurred_at)) * 1000 from ended where result is not null),
      'wonAfter', (select won_after from maturity),
      'mature', (select mature from maturity))`;

/**
 * A row a contact. Where the segment names a channel, those who came through another have only their messages counted. What is counted in
 * the period is 1 or null, so that the many groups need not compare again.
 */
function leadSql(query: ContactsQuery, { bind, within }: Statement): string {
  const channel = channelCondition(query.segment, "channel", bind);
  const own = (column: string) => (channel ? `case when ${channel} then ${column} end as ${column}` : column);
  const columns = Object.keys(contactColumns).join(", ");
  const one = (condition: string) => `case when ${condition} then 1 end`;
  return `select *, ${one(within("came"))} as new_lead, ${one(within("ended"))} as ending,
        ${one(`${within("ended")} and result = 'won'`)} as winning,
        ${one(`${within("came")} and came <= mature and dated`)} as ripe,
        ${one(`${within("came")} and came <= mature and dated and in_window`)} as converted,
        case when ${within("asked")} then seconds end as response, case when result is null then score end as open_score
      from (
        select *, result is null or ended is not null as dated, result = 'won' and took <= won_after as in_window
        from (
          select id, ${columns}, channel, ${["came", "result", "ended", "took", "asked", "seconds", "score", "band"].map(own).join(", ")},
            interactions, inbound, outbound, replies, replied
          from (${joinedSql(columns)}) every offset 0) own cross join maturity) lead`;
}

function joinedSql(columns: string): string {
  const ofContact = columns.split(", ").map((name) => `c.${name}`);
  return `select c.id, ${ofContact.join(", ")}, l.result, s.band, round(10000 * s.probability)::int as score,
            width_bucket(c.created_at, $2::timestamptz[]) as came, width_bucket(l.occurred_at, $2::timestamptz[]) as ended,
            extract(epoch from l.occurred_at - c.created_at)::float8 as took,
            width_bucket(t.asked, $2::timestamptz[]) as asked,
            case when t.asked < ${replyDue} then floor(date_part('epoch', ${nextAnswer("t.asked", "t.answers")} - t.asked))::bigint end as seconds,
            case when t.ins[1] = t.ins[2]
              then (select min(i.channel) from unnest(t.ins, t.channels) as i(at, channel) where i.at = t.ins[1])
              else t.channels[1] end as channel,
            t.interactions, t.inbound, t.outbound, r.n_within as replies, r.hits_within as replied
          from chosen c left join latest l on l.contact_id = c.id left join touched t on t.contact_id = c.id
            left join replies r on r.contact_id = c.id left join lead_scores s on s.tenant_id = $1 and s.contact_id = c.id
          where c.created_at < $3::timestamptz`;
}

function rangeSql({ name, from, to }: ContactsQuery["ranges"][number], { bind }: Statement): string {
  return `union all select 'range', json_build_array(${bind(name)}::text, ${summaryOf("every")}) from (
      select array_agg(seconds) as every from lead where seconds is not null and asked between ${from + 1} and ${to}) r`;
}

function nowSql({ stages }: Needs): string {
  const open = "result is null and came is not null";
  const stageSql = `union all select 'now', json_build_array('stage', stage, count(*)) from lead l join (
      select distinct on (contact_id) contact_id, btrim(stage) as stage from conversations where tenant_id = $1 and btrim(stage) <> ''
      order by contact_id, last_message_at desc nulls last, created_at desc, id) v on v.contact_id = l.id where ${open} group by stage`;
  return `union all select 'now', json_build_array('status', status, count(*)) from lead where ${open} group by status
    union all select 'now', json_build_array('band', band, count(*)) from lead where ${open} and band is not null group by band
    ${stages ? stageSql : ""}`;
}
