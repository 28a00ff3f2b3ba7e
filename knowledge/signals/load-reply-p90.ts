import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../db/database.ts";

/** Contacts whose replies are looked at, the same each time, and the latest interactions of each. */
const contactsSampled = 150;
const latestRead = 40;
/** With fewer replies nothing is said of the team's habit. */
const fewestReplies = 20;
/** A habit does not change within so long: the journeys of many contacts ask for it. */
const keptMs = 10 * 60_000;

const samplesKept = 256;

const kept = new Map<string, { until: number; hours: number | null }>();

/**
 * Hours within which nine in ten of the team's replies come, learnt from a sample of contacts and kept for ten minutes in this process,
 * by the day (UTC) that is asked about; null with fewer than 20 replies.
 */
export async function loadReplyP90(tx: Transaction, principal: Principal, now: Date): Promise<number | null> {
  const key = `${principal.tenant.id} ${now.toISOString().slice(0, 10)}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.hours;
  const { rows } = await tx.query<{ replies: number; hours: number | null }>(sql, [
    principal.tenant.id,
    now.toISOString(),
  ]);
  const [row] = rows;
  const hours = row && row.replies >= fewestReplies ? row.hours : null;
  kept.delete(key);
  kept.set(key, { until: Date.now() + keptMs, hours });
  for (const oldest of kept.keys()) if (kept.size > samplesKept) kept.delete(oldest);
  return hours;
}

const sql = `with chosen as (select id from contacts where tenant_id = $1 order by hashtext(id::text), id limit ${contactsSampled}),
  touches as (
    select c.id, i.occurred_at, i.answers, lag(i.answers, 1, true) over w as before from chosen c cross join lateral (
      select occurred_at, answers from interactions
        where tenant_id = $1 and contact_id = c.id and occurred_at <= $2 and (asks or answers)
        order by occurred_at desc limit ${latestRead}) i
      window w as (partition by c.id order by i.occurred_at)),
  turns as (
    select answers, occurred_at, lead(occurred_at) over (partition by id order by occurred_at) as next, lead(answers) over (partition by id order by occurred_at) as next_answers
      from touches where answers is distinct from before)
  select count(*)::int as replies, percentile_cont(.9) within group (order by extract(epoch from next - occurred_at) / 3600.0)::float8 as hours
    from turns where not answers and next_answers`;
