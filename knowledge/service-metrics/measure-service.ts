import { listWorkspaces } from "../crm/workspaces.ts";
import type { Database } from "../db/database.ts";

/** One number of the whole service: all workspaces together, none by itself. */
export interface Measurement {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

interface Row {
  name: string;
  label: string | null;
  value: number;
}

/**
 * Measures what the service does for its workspaces: emails of the last hour, contacts by status, ends of leads of the last 30
 * days, how well scores foretold them, use of the day's budget, and what waits in queues.
 */
export async function measureService(db: Database): Promise<Measurement[]> {
  const sums = new Map<string, Row>();
  const largest = new Set(["budget_used"]);
  for (const { id } of await listWorkspaces(db)) {
    const { rows } = await db.readTenant(id, (tx) => tx.query<Row>(ofTenant, [id]));
    for (const row of rows) {
      const key = `${row.name} ${row.label}`;
      const before = sums.get(key)?.value ?? 0;
      sums.set(key, {
        ...row,
        value: largest.has(row.name) ? Math.max(before, row.value) : before + row.value,
      });
    }
  }
  const waiting = await db.withSystem((tx) => tx.query<Row>(queues), { idempotent: true });
  const jobs = await db.withSystem(async (tx) => {
    const { rows } = await tx.query<{ there: boolean }>(
      "select to_regclass('pgboss.job') is not null as there",
    );
    return rows[0]?.there ? (await tx.query<Row>(jobsByState)).rows : [];
  });
  return [...withAccuracy([...sums.values()]), ...waiting.rows, ...jobs].map(({ name, label, value }) => ({
    name,
    labels: label === null ? {} : { [labels[name] ?? "kind"]: label },
    value: Number(value),
  }));
}

const labels: Readonly<Record<string, string>> = {
  contacts: "status",
  leads_ended: "result",
  jobs: "state",
};

/** Sums become shares only after all workspaces are added up. */
function withAccuracy(rows: readonly Row[]): Row[] {
  const sumOf = (label: string) =>
    rows.find((row) => row.name === "foretold" && row.label === label)?.value ?? 0;
  const judged = sumOf("judged");
  const shown = rows.filter(({ name }) => name !== "foretold");
  if (judged === 0) return shown;
  return [
    ...shown,
    { name: "ev_accuracy", label: null, value: sumOf("right") / judged },
    { name: "ev_brier", label: null, value: sumOf("squared") / judged },
  ];
}

/** A score is judged as it was last said before the lead's end was recorded. */
const ofTenant = `
  with ended as (
    select distinct on (o.contact_id) o.contact_id, o.result, o.recorded_at from outcomes o
    where o.tenant_id = $1 and o.recorded_at > now() - interval '30 days' order by o.contact_id, o.seq desc),
  judged as (
    select e.result, h.probability from ended e join lateral (
      select probability from score_history where tenant_id = $1 and contact_id = e.contact_id and scored_at < e.recorded_at
      order by seq desc limit 1) h on true
    where e.result is not null)
  select 'contacts' as name, status as label, count(*)::float8 as value from contacts where tenant_id = $1 group by status
  union all select 'leads_ended', result, count(*) from ended where result is not null group by result
  union all select 'emails_last_hour', null, count(*) from interactions
    where tenant_id = $1 and type = 'EMAIL' and created_at > now() - interval '1 hour'
  union all select 'foretold', 'judged', count(*) from judged
  union all select 'foretold', 'right', count(*) from judged where (probability >= .5) = (result = 'won')
  union all select 'foretold', 'squared', coalesce(sum(power(probability - (result = 'won')::int, 2)), 0) from judged
  union all select 'budget_used', null, coalesce((select sum(cost_micro_usd) from model_calls
      where tenant_id = $1 and generated_at >= date_trunc('day', now(), 'UTC')), 0)
    / nullif(1e6 * coalesce((select (settings->>'model_usd_per_day')::float8 from limit_settings where tenant_id = $1), 20), 0)`;

const queues = `
  select 'events_waiting' as name, null as label, count(*)::float8 as value from event_queue
  union all select 'oldest_event_seconds', null, coalesce(extract(epoch from now() - min(created_at)), 0) from event_queue`;

const jobsByState = `select 'jobs' as name, state::text as label, count(*)::float8 as value from pgboss.job group by state`;
