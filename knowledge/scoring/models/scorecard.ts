import type { FeatureRow } from "../features/feature.ts";

interface Rule {
  source: string;
  /** Log-odds of a known value. */
  points(value: number): number;
}

/** Reasons for each weight stand in docs/scoring.md; none was fitted to any data. */
const rules: readonly Rule[] = [
  { source: "days_since_inbound", points: (days) => 0.9 * Math.exp(-days / 14) - 0.3 },
  { source: "inbound", points: (replies) => 0.35 * Math.log1p(Math.min(replies, 10)) - 0.25 },
  { source: "our_response_hours", points: (hours) => Math.max(-0.4, 0.3 - 0.12 * Math.log1p(hours)) },
  { source: "lead_response_hours", points: (hours) => Math.max(-0.4, 0.4 - 0.12 * Math.log1p(hours)) },
  { source: "meetings", points: (meetings) => 0.6 * Math.min(meetings, 2) },
  { source: "unanswered_outbound", points: (messages) => -0.15 * Math.min(messages, 6) },
];

/** Measures of which one at least is above 0 as soon as there was any contact. */
const signs = ["inbound", "unanswered_outbound", "meetings"];

/** What the scorecard says of one lead, by its sources. */
export interface Scored {
  /** Log-odds; 0 where nothing is known. */
  points: Float64Array;
  /** 1 where the value is known and speaks. */
  known: Uint8Array;
}

/** Judgement on engagement that needs no outcomes. */
export interface Scorecard {
  sources: readonly string[];
  score(row: FeatureRow): Scored;
}

/** The scorecard over those of its measures that are among the given sources; over all of them when none are given. */
export function scorecardOf(sources?: readonly string[]): Scorecard {
  const wanted = sources === undefined ? rules : rules.filter(({ source }) => sources.includes(source));
  const contact = signs.filter((sign) => wanted.some(({ source }) => source === sign));
  return { sources: wanted.map(({ source }) => source), score: (row) => score(wanted, contact, row) };
}

function score(wanted: readonly Rule[], contact: readonly string[], row: FeatureRow): Scored {
  const points = new Float64Array(wanted.length);
  const known = new Uint8Array(wanted.length);
  // Without any contact there is nothing to hold for or against a lead.
  if (!contact.some((sign) => row[sign])) return { points, known };
  wanted.forEach((rule, s) => {
    const value = row[rule.source];
    if (typeof value !== "number" || Number.isNaN(value)) return;
    known[s] = 1;
    points[s] = rule.points(value);
  });
  return { points, known };
}
