import { dayBegins } from "../metrics/day-begins.ts";
import { contactColumns } from "../metrics/dimensions.ts";
import type { Segment } from "../metrics/metric.ts";
import { replyWithinDays } from "../metrics/registry.ts";
import { channelCondition, contactConditions } from "../metrics/segment.ts";
import type { PointBehind } from "./points-behind.ts";

export interface RecordsStatement {
  /** $1 the tenant, $2 the time zone, $3 the moment after which nothing counts, $4 the points as JSON. */
  values: readonly unknown[];
  /** Ids a point; no parameter, so that the planner knows that it is few. */
  most: number;
  /** What parts the statement needs. */
  kinds: readonly Pick<PointBehind, "what" | "isWide" | "dimension">[];
  segment: Segment;
  assignedTo: string | undefined;
  /** Whose contacts' messages alone may be named. */
  messagesOf: string | null;
}

const messageKinds = ["touches", "inbound", "outbound", "asks"];

/** One statement over contacts, outcomes and interactions, of which it reads only what its points need; rows are {key, id}. */
export function recordsBehindSql(statement: RecordsStatement): { text: string; values: unknown[] } {
  const { kinds, segment, assignedTo, messagesOf } = statement;
  const most = Math.floor(statement.most);
  const values = [...statement.values];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = contactConditions(
    { segment, ...(assignedTo === undefined ? {} : { assignedTo }) },
    bind,
  );
  const readable = messagesOf === null ? [] : [`c.assigned_to = ${bind(messagesOf)}`];
  const asked = new Set<string | undefined>(kinds.map(({ dimension }) => dimension));
  if (messagesOf !== null) asked.add("assigned_to");
  const columns = Object.entries(contactColumns).map(
    ([name, sql]) => `${asked.has(name) ? sql : "null::text"} as ${name}`,
  );
  const came = and([isChannelGroup, channelCondition(segment, channelOfContact, bind)]);
  const channel = channelCondition(segment, "channel", bind);
  const isRestricted = conditions.length + readable.length > 0;
  const scope = { most, came, channel, readable, isRestricted };
  const has = (...whats: string[]) => kinds.some(({ what }) => whats.includes(what));
  const reads = (isWide: boolean, ...whats: string[]) =>
    kinds.some((kind) => kind.isWide === isWide && whats.includes(kind.what));
  const parts = [
    ...(has("leads") ? [leadsSql(scope)] : []),
    ...(has("won", "lost", "ended") ? [outcomesSql(scope)] : []),
    ...(reads(false, "responses") ? [responsesInSql(scope)] : []),
    ...(reads(true, "responses") ? [responsesSql(scope)] : []),
    ...(reads(false, ...messageKinds) ? [messagesInSql(scope)] : []),
    ...(reads(true, ...messageKinds) ? [messagesSql(scope)] : []),
  ];
  const day = (name: string) => dayBegins(`${name}::timestamp`, "$2::text");
  const text = `with point as materialized (
      select key, what, dimension, "group" as name, weekday, "isWide" as wide, ${day("since")} as since,
        least(${day("until")}, $3::timestamptz) as until
      from jsonb_to_recordset($4::jsonb) as p(key int, what text, dimension text, "group" text, weekday int, "isWide" boolean, since date, until date)),
    chosen as materialized (
      select c.id, c.created_at, ${columns.join(", ")} from contacts c left join companies co on co.tenant_id = $1 and co.id = c.company_id
      where ${and(["c.tenant_id = $1", "c.created_at < $3::timestamptz", ...conditions])})${has("won", "lost", "ended") ? `,\n    ${endedSql}` : ""}
    ${parts.join("\n    union all ")}`;
  return { text, values };
}

interface Scope {
  most: number;
  /** Conditions on the channel that a contact came through: the group's and the segment's. */
  came: string;
  /** The segment's condition on a message's own channel. */
  channel: string | undefined;
  readable: readonly string[];
  /** Whether some contacts' messages do not count. */
  isRestricted: boolean;
}

function and(conditions: readonly (string | undefined)[]): string {
  return conditions.filter(Boolean).join(" and ");
}

/** The channel that a contact came through: of its first inbound interaction. */
const channelOfContact = `(select i.channel from interactions i where i.tenant_id = $1 and i.contact_id = c.id and i.direction = 'INBOUND'
  and i.occurred_at < $3::timestamptz order by i.occurred_at, i.channel limit 1)`;

const groupCases = Object.keys(contactColumns).map((name) => `when '${name}' then c.${name}`);
/** Whether a contact is of the point's group; which channel it came through is looked up by itself. */
const isGroup = `(p.dimension is null or p.dimension = 'channel' or case p.dimension ${groupCases.join(" ")} end
  is not distinct from p.name)`;
const isChannelGroup = `(p.dimension is distinct from 'channel' or ${channelOfContact} is not distinct from p.name)`;

/** Each look-up of a contact's channel costs: of a large workspace only so many contacts are looked up. */
const mostLookedUp = 2_000;

/** The first contacts of a query over `c` that came through the channel asked for. */
function firstSql(candidates: string, { most, came }: Scope): string {
  return `select p.key, r.id from point p cross join lateral (
      select c.id from (${candidates} order by c.id limit ${mostLookedUp}) c where ${came} order by c.id limit ${most}) r`;
}

/** Some contacts of a large workspace, the same each time: each of them is looked up in the interactions. */
function someOf(condition: string): string {
  return `(select * from chosen c where ${condition} order by id limit ${mostLookedUp}) c`;
}

function within(moment: string): string {
  return `${moment} >= p.since and ${moment} < p.until
    and (p.weekday is null or extract(isodow from ${moment} at time zone $2::text) = p.weekday)`;
}

const replyDue = `$3::timestamptz - interval '${replyWithinDays} days'`;

function leadsSql(scope: Scope): string {
  const candidates = `select c.id from chosen c where ${and([within("c.created_at"), isGroup])}`;
  return `${firstSql(candidates, scope)} where p.what = 'leads'`;
}

/** Contacts that ended, once for all points. */
const endedSql = `ended as materialized (
      select c.*, e.result, e.occurred_at as ended_at from chosen c join (
        select distinct on (contact_id) contact_id, result, occurred_at from outcomes
        where tenant_id = $1 and coalesce(occurred_at, recorded_at) < $3::timestamptz order by contact_id, seq desc) e
        on e.contact_id = c.id where e.result is not null)`;

function outcomesSql(scope: Scope): string {
  const candidates = `select c.id from ended c where ${and([within("c.ended_at"), "(c.result = p.what or p.what = 'ended')", isGroup])}`;
  return `${firstSql(candidates, scope)} where p.what in ('won', 'lost', 'ended')`;
}

/** When a contact first asked, and whether anything answered it: looked up contact by contact in the index, never joined. */
const firstAsked = `(select min(occurred_at) from interactions where tenant_id = $1 and contact_id = c.id
  and occurred_at < $3::timestamptz and asks)`;
const answered = (
  contact: string,
  asked: string,
) => `(select true from interactions where tenant_id = $1 and contact_id = ${contact}
  and occurred_at >= ${asked} and occurred_at < $3::timestamptz and answers limit 1)`;

/** Of a bucket: from the interactions in it, because few contacts were first heard of then. */
function responsesInSql(scope: Scope): string {
  const candidates = `select c.id from (
        select contact_id, min(occurred_at) as asked from interactions where tenant_id = $1 and ${within("occurred_at")}
        and occurred_at < ${replyDue} and asks group by contact_id) f join chosen c on c.id = f.contact_id
      where ${and([isGroup, `f.asked = ${firstAsked}`, answered("f.contact_id", "f.asked")])}`;
  return `${firstSql(candidates, scope)} where p.what = 'responses' and not p.wide`;
}

function responsesSql(scope: Scope): string {
  const candidates = `select c.id from (select *, ${firstAsked} as asked from ${someOf(isGroup)} offset 0) c
      where ${and([within("c.asked"), `c.asked < ${replyDue}`, answered("c.id", "c.asked")])}`;
  return `${firstSql(candidates, scope)} where p.what = 'responses' and p.wide`;
}

const isCounted = `case p.what when 'touches' then true when 'asks' then occurred_at < ${replyDue} and asks
  else conversation_id is not null and direction = upper(p.what) end`;
const isMessage = `p.what in (${messageKinds.map((kind) => `'${kind}'`).join(", ")})`;

function messagesInSql({ most, channel, readable, isRestricted }: Scope): string {
  const chosen = `contact_id in (select c.id from chosen c where ${and([...readable, "true"])})`;
  return `select p.key, r.id from point p cross join lateral (
      select id from interactions where ${and(["tenant_id = $1", within("occurred_at"), isCounted, channel, isRestricted ? chosen : undefined])}
      order by occurred_at, id limit ${most}) r where ${isMessage} and not p.wide`;
}

/** Of a whole period: one of each contact, so that the index leads to them and twenty are not one day's. */
function messagesSql({ most, channel, readable }: Scope): string {
  const own = "(p.dimension is distinct from 'channel' or channel is not distinct from p.name)";
  return `select p.key, r.id from point p cross join lateral (
      select m.id from ${someOf(and([isGroup, ...readable]))} cross join lateral (
        select id from interactions where ${and(["tenant_id = $1", "contact_id = c.id", within("occurred_at"), isCounted, own, channel])}
        order by occurred_at, id limit 1) m
      order by c.id limit ${most}) r where ${isMessage} and p.wide`;
}
