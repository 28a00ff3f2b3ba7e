import { everyScore } from "../scoring/stored-scores/every-score.ts";

/**
 * Common table expressions over $1 tenant, $2 moment, $3 assigned to (null: everybody). `ended`: how contacts ended by then. `alive`: contacts that
 * are neither lost nor inactive, with their stored scores. `latest`: the same with their last message or conversation (`at`, `direction`,
 * `type`; null without one), whatever its text.
 * @param past scores as they were at the moment, not as they are.
 */
export function aliveSql(past: boolean): string {
  return `ended as materialized (${endedSql}),
  alive as materialized (
    select c.id, e.result, e.occurred_at as ended_at, c.status, s.probability, s.band, s.probability is not null and (${past ? "false" : stale}) as stale,
        e.result is null and c.status in ('LEAD', 'PROSPECT') as open
      from contacts c left join ended e on e.contact_id = c.id left join ${past ? pastScores : scores} s on s.contact_id = c.id
      where c.tenant_id = $1 and ($3::text is null or c.assigned_to = $3)
        and e.result is distinct from 'lost' and c.status <> 'INACTIVE'),
  latest as materialized (
    select a.*, l.at, l.direction, l.type, l.awaits from alive a left join lateral (
      select i.occurred_at as at, i.direction, i.type, ${awaits} as awaits from interactions i
        where i.tenant_id = $1 and i.contact_id = a.id and i.occurred_at <= $2 and (${counts})
        order by i.occurred_at desc limit 1) l on true)`;
}

/** How contacts ended by $2: the latest row counts. */
export const endedSql = `select distinct on (contact_id) contact_id, result, occurred_at from outcomes
    where tenant_id = $1 and coalesce(occurred_at, recorded_at) <= $2 order by contact_id, seq desc`;

/** Of another version of the contact, or days old: find_leads makes it again before it is listed. */
const stale =
  "s.contact_version is distinct from c.updated_at or s.as_of < $2::timestamptz - interval '3 days'";
/** Stored scores by contact, as they are. */
export const scores =
  "(select contact_id, probability, band, contact_version, as_of from lead_scores where tenant_id = $1)";
/** The same as they were at $2. */
export const pastScores = `(select distinct on (contact_id) contact_id, probability, band
  from ${everyScore("tenant_id = $1")} every_score where as_of <= $2 order by contact_id, seq desc)`;

/**
 * What may wait for an answer, and what may answer, as far as can be told without reading texts (knowledge/signals/sides.ts): whoever is
 * found by it is read before being listed. A message whose direction is not known may be an answer.
 */
const awaits = "coalesce(i.asks, false)";
const counts = `i.asks or i.answers or i.direction is null and i.type in ('EMAIL', 'CHAT', 'SOCIAL_MEDIA', 'FORM_SUBMISSION')`;
