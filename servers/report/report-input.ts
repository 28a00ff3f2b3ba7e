import type { Finding, Insight } from "#core/domain/insight.ts";
import type { TopicsOutput } from "#tools/topics-contract.ts";
import type { FunnelChart } from "../charts/funnel-chart.ts";
import type { IncidenceStep } from "../charts/incidence-chart.ts";

/** A figure at the head of the report. */
export interface Headline {
  title: string;
  value: number | null;
  /** "share", "hours", "days", or what is counted. */
  unit: string;
  /** Against an earlier period. */
  change?: {
    /** A share of the earlier value: .25 is a quarter more. */
    effect: number;
    /** Whether that is good news; null where neither way is. */
    isGood: boolean | null;
    /** Such as "than in the period before". */
    against: string;
  };
}

export interface ReportInsight extends Omit<Insight, "createdAt"> {
  /** What it was told of, for its chart; without one its data points are drawn. */
  finding?: Pick<Finding, "analysis" | "numbers" | "words" | "points" | "group">;
  /** Of counts, such as "leads per week". */
  unit?: string;
  /** Earlier buckets in the same unit, which a forecast continues. */
  history?: readonly { at: string; value: number | null }[];
}

export interface ReportOpportunity {
  contactId: string;
  name: string;
  company: string | null;
  score: number | null;
  reason: string;
  action: string;
}

/** A share, 0–1, with its 90 % interval. */
interface Share {
  share: number;
  low: number;
  high: number;
}

/** How leads move through the stages; nothing of it tells causes. */
export interface Movement {
  /** The share won by so many days from the start; `quarters` are the days by which a quarter, half and three quarters were. */
  timeToWon: {
    curve: readonly IncidenceStep[];
    quarters: readonly { share: number; days: number | null; low: number | null; high: number | null }[];
  } | null;
  /** The commonest first. */
  transitions: readonly ({ from: string; to: string; n: number } & Share)[];
  removal: readonly { state: string; n: number; effect: number; low: number; high: number }[];
  /** By month (YYYY-MM), ascending. */
  cohorts: readonly {
    month: string;
    n: number;
    converted: readonly { days: number; share: Share | null }[];
  }[];
}

/** What contacts write of and object. */
export type CustomerTopics = Pick<TopicsOutput, "topics" | "objections" | "looked">;

/** All that a report tells; nothing in it is read as markup. */
export interface ReportInput {
  workspace: string;
  /** ISO 8601. */
  createdAt: string;
  /** Dates; `to` is the first day after it. */
  period: { from: string; to: string };
  comparedWith: { from: string; to: string } | null;
  segment: string | null;
  timeZone: string;
  headlines: readonly Headline[];
  /** Forecasts among them stand in a section of their own. */
  insights: readonly ReportInsight[];
  recommendations: readonly string[];
  opportunities: readonly {
    title: string;
    total: number;
    /** Whether the total is estimated from those that were read. */
    isEstimate?: boolean;
    entries: readonly ReportOpportunity[];
  }[];
  /** Metrics without a course, as they are now. */
  standing: readonly {
    /** With what it is told by: "Median score by owner". */
    title: string;
    unit: string;
    groups: readonly { name: string | null; value: number | null; n: number }[];
    others: number;
  }[];
  funnel: { stages: FunnelChart["stages"]; note: string } | null;
  movement: Movement | null;
  topics: CustomerTopics | null;
  tooFew: readonly string[];
  notes: readonly string[];
  /** Who phrased it: "local" or a model. */
  engine: string;
  replay: { handle: string; dataHash: string | null } | null;
}
