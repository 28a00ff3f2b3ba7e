import type { Transaction } from "../db/database.ts";
import type { ContactsQuery, Needs } from "./contacts-query.ts";
import { contactsSql } from "./contacts-sql.ts";
import type { Dimension } from "./metric.ts";

/** How many values there are, their median, and the sorted values themselves or 500 of them. */
export interface Summary {
  n: number;
  median: number;
  sample: number[];
}

/** Trials and successes in one bucket, counted from 0. */
export interface BucketCount {
  bucket: number;
  n: number;
  hits: number;
}

/** What the contacts of one group add up to in the period; seconds and hundredths of a point. */
export interface GroupCounts {
  dimension: Dimension;
  name: string | null;
  newLeads: number;
  won: number;
  ended: number;
  /** Of the new leads those that have had time to be won, and those of them that were won within it. */
  matured: number;
  converted: number;
  interactions: number;
  inbound: number;
  outbound: number;
  replies: number;
  replied: number;
  responses: Summary | null;
  scores: Summary | null;
}

export interface ContactMetrics {
  /** Contacts of the segment. */
  contacts: number;
  /** Ended leads of unknown date. */
  undated: number;
  /** Contacts and outcomes that lie in the future. */
  ahead: { leads: number; outcomes: number };
  /** Of the workspace, whatever the segment. */
  firstLead: Date | null;
  firstOutcome: Date | null;
  /** Median days from coming to being won; null where nobody was. */
  daysToWin: number | null;
  /** How many buckets, from the first, hold only leads that have had that long. */
  mature: number;
  came: { bucket: number; n: number }[];
  /** Of those who came the ones that are open or ended at a known time, and those that were won within `daysToWin`. */
  converted: BucketCount[];
  ended: BucketCount[];
  /** Inbound messages and answered ones. */
  replies: (BucketCount & { channel: string | null })[];
  /** Seconds to the first response, by bucket and by range. */
  responses: { bucket: number; n: number; median: number }[];
  ranges: Record<string, Summary>;
  groups: GroupCounts[];
  /** How many groups each dimension has, also those that are not told. */
  groupsOf: Partial<Record<Dimension, number>>;
  /** Open leads as they stand. */
  now: { dimension: "status" | "stage" | "band"; name: string; n: number }[];
}

/** Computes all that is asked of contacts in one statement. */
export async function readContactMetrics(
  tx: Transaction,
  query: ContactsQuery,
  needs: Needs,
): Promise<ContactMetrics> {
  const { text, values } = contactsSql(query, needs);
  const { rows } = await tx.query<{ part: string; row: never }>(text, values);
  const of = <Row>(part: string): Row[] => rows.filter((row) => row.part === part).map(({ row }) => row);
  const [facts] = of<Facts>("facts");
  const groups = of<GroupRow>("group");
  const came = of<[bucket: number, n: number, dated: number, inWindow: number]>("came");
  return {
    contacts: facts?.contacts ?? 0,
    undated: facts?.undated ?? 0,
    ahead: { leads: facts?.aheadLeads ?? 0, outcomes: facts?.aheadOutcomes ?? 0 },
    firstLead: toDate(facts?.firstLead),
    firstOutcome: toDate(facts?.firstOutcome),
    daysToWin: typeof facts?.wonAfter === "number" ? facts.wonAfter / 86_400 : null,
    mature: Math.max(0, facts?.mature ?? 0),
    came: came.map(([bucket, n]) => ({ bucket: bucket - 1, n })),
    converted: came.map(([bucket, , n, hits]) => toBucketCount([bucket, n, hits])),
    ended: of<[number, number, number]>("ended").map(toBucketCount),
    replies: of<[number, string | null, number, number]>("reply").map(([bucket, channel, n, hits]) => ({
      ...toBucketCount([bucket, n, hits]),
      channel,
    })),
    responses: of<[number, [n: number, median: number] | null]>("response").flatMap(([bucket, row]) =>
      row ? [{ bucket: bucket - 1, n: row[0], median: row[1] }] : [],
    ),
    ranges: Object.fromEntries(
      of<[string, SummaryRow]>("range").flatMap(([name, row]) => (row ? [[name, toSummary(row)]] : [])),
    ),
    groups: groups.map(toGroupCounts),
    groupsOf: Object.fromEntries(groups.map(([dimension, , n]) => [dimension, n])),
    now: of<["status" | "stage" | "band", string, number]>("now").map(([dimension, name, n]) => ({
      dimension,
      name,
      n,
    })),
  };
}

type SummaryRow = [n: number, median: number, sample: number[]] | null;

interface Facts {
  contacts: number;
  undated: number;
  aheadLeads: number;
  aheadOutcomes: number;
  firstLead: number | null;
  firstOutcome: number | null;
  wonAfter: number | null;
  mature: number | null;
}

type Numbers = [number, number, number, number, number, number, number, number, number, number];
type GroupRow = [Dimension, string | null, number, ...Numbers, SummaryRow, SummaryRow];

function toGroupCounts([dimension, name, , ...rest]: GroupRow): GroupCounts {
  const [newLeads, won, ended, matured, converted, interactions, inbound, outbound, replies, replied] = rest;
  const [responses, scores] = [rest[10], rest[11]];
  return {
    ...{
      dimension,
      name,
      newLeads,
      won,
      ended,
      matured,
      converted,
      interactions,
      inbound,
      outbound,
      replies,
      replied,
    },
    responses: responses && toSummary(responses),
    scores: scores && toSummary(scores),
  };
}

function toBucketCount([bucket, n, hits]: readonly [number, number, number]): BucketCount {
  return { bucket: bucket - 1, n, hits };
}

function toSummary([n, median, sample]: NonNullable<SummaryRow>): Summary {
  return { n, median, sample };
}

function toDate(ms: number | null | undefined): Date | null {
  return typeof ms === "number" ? new Date(ms) : null;
}
