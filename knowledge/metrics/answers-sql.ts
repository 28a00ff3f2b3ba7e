import type { ContactsQuery, Statement } from "./contacts-query.ts";
import { replyWithinDays } from "./registry.ts";
import { channelCondition, contactConditions } from "./segment.ts";

/**
 * What the contacts' interactions say: `touched` of each contact, `replies` of each contact and of each bucket and channel.
 *
 * What answered what was asked is found without a window, which took three times as long: of each contact the moments of what answers
 * are an ascending array, and the place of what asks in it, by binary search, leads to the next.
 *
 * The arrays ascend because their input does (Postgres' manual, "Aggregate Functions"): ordering each aggregate by itself took half as
 * long again. Being sorted in a subquery, the comparisons there are made once a row too.
 */
export function answersSql(query: ContactsQuery, { bind, within }: Statement): string {
  const { bounds, earlier } = query.buckets;
  const restricted = contactConditions(query, () => "").length > 0;
  const channel = channelCondition(query.segment, "channel", bind);
  const [from, to] = [bounds[earlier] ?? query.asOf, bounds.at(-1) ?? query.asOf].map((at) =>
    bind(at.toISOString()),
  );
  const counted = `occurred_at >= ${from}::timestamptz and occurred_at < ${to}::timestamptz${channel ? ` and ${channel}` : ""}`;
  const answered = `${nextAnswer("at", "answers")} <= at + interval '${replyWithinDays} days'`;
  return `touched as materialized (
      select contact_id, array_agg(occurred_at) filter (where inbound) as ins,
        array_agg(channel) filter (where inbound) as channels,
        array_agg(asks) filter (where inbound) as asking,
        min(occurred_at) filter (where asks) as asked,
        array_agg(occurred_at) filter (where answers) as answers,
        count(*) filter (where counted)::int as interactions,
        count(*) filter (where counted and message and inbound)::int as inbound,
        count(*) filter (where counted and message and outbound)::int as outbound
      from (select contact_id, occurred_at, channel, conversation_id is not null as message, direction = 'INBOUND' as inbound,
          direction = 'OUTBOUND' as outbound, asks, answers, ${counted} as counted
        from interactions where tenant_id = $1 and occurred_at < $3::timestamptz${
          restricted ? " and contact_id in (select id from chosen)" : ""
        } order by contact_id, occurred_at) i group by contact_id),
    replies as materialized (
      select contact_id, bucket, channel, count(*)::int as n, count(*) filter (where answered)::int as hits,
        count(*) filter (where ${within("bucket")})::int as n_within,
        count(*) filter (where answered and ${within("bucket")})::int as hits_within
      from (
        select contact_id, channel, width_bucket(at, $2::timestamptz[]) as bucket, ${answered} as answered
        from (select contact_id, answers, unnest(ins) as at, unnest(channels) as channel, unnest(asking) as asks
          from touched where asked is not null) i
        where asks and at < ${replyDue}${channel ? ` and ${channel}` : ""}) a
      group by grouping sets ((contact_id), (bucket, channel)))`;
}

/** SQL for the moment before which what came in has had its time to be answered. */
export const replyDue = `($3::timestamptz - interval '${replyWithinDays} days')`;

/** SQL for the first moment of an ascending array that is not before `at`. */
export function nextAnswer(at: string, moments: string): string {
  return `${moments}[width_bucket(${at} - interval '1 microsecond', ${moments}) + 1]`;
}

/** The same columns without a row, where nothing of it is asked for. */
export const noAnswersSql = `touched as (select null::uuid as contact_id, null::timestamptz[] as ins, null::text[] as channels,
      null::timestamptz as asked, null::timestamptz[] as answers, 0::bigint as interactions, 0::bigint as inbound, 0::bigint as outbound where false),
    replies as (select null::uuid as contact_id, 0 as bucket, null::text as channel, 0 as n, 0 as hits, 0 as n_within, 0 as hits_within
      where false)`;
