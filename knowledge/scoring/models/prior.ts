import { z } from "zod";
import type { FeatureRow } from "../features/feature.ts";
import { logit } from "./moments.ts";
import type { ScoringModel } from "./scoring-model.ts";

interface PriorRule {
  source: string;
  /** Log-odds of a known value. */
  points(value: number): number;
}

/** Reasons for each weight stand in docs/scoring.md; none was fitted to any data. */
const rules: readonly PriorRule[] = [
  { source: "days_since_inbound", points: (days) => 0.9 * Math.exp(-days / 14) - 0.3 },
  { source: "inbound", points: (replies) => 0.35 * Math.log1p(Math.min(replies, 10)) - 0.25 },
  { source: "our_response_hours", points: (hours) => Math.max(-0.4, 0.3 - 0.12 * Math.log1p(hours)) },
  { source: "lead_response_hours", points: (hours) => Math.max(-0.4, 0.4 - 0.12 * Math.log1p(hours)) },
  { source: "meetings", points: (meetings) => 0.6 * Math.min(meetings, 2) },
  { source: "unanswered_outbound", points: (messages) => -0.15 * Math.min(messages, 6) },
];

/** Standard deviation of the log-odds: a workspace's base rate and habits are unknown. */
const deviation = 0.85;

const serialised = z.object({ baseRate: z.number().gt(0).lt(1) });

/**
 * The chance of an average lead before there is a model: the share won so far, drawn towards 15 % as if by twenty
 * earlier leads, and kept within 10–20 %.
 */
export function priorBaseRate(won: number, lost: number): number {
  return Math.min(0.2, Math.max(0.1, (won + 3) / (won + lost + 20)));
}

/** A fixed scorecard of engagement, for workspaces with too few outcomes to train on. It knows nothing of fields. */
export function priorModel(baseRate: number): ScoringModel {
  const baseLogOdds = logit(baseRate);
  return {
    kind: "prior",
    sources: rules.map((rule) => rule.source),
    baseLogOdds,
    predict: (row) => predict(row, baseLogOdds),
    serialise: () => ({ baseRate }),
  };
}

/** Reads what `serialise` wrote. @throws ZodError when it is something else. */
export function loadPrior(json: unknown): ScoringModel {
  return priorModel(serialised.parse(json).baseRate);
}

function predict(row: FeatureRow, baseLogOdds: number) {
  const contributions = new Float64Array(rules.length);
  const known = new Uint8Array(rules.length);
  const silent = !row.inbound && !row.unanswered_outbound && !row.meetings;
  let logOdds = baseLogOdds;
  rules.forEach((rule, s) => {
    const value = row[rule.source];
    // Without any contact there is nothing to hold for or against a lead.
    if (typeof value !== "number" || silent) return;
    known[s] = 1;
    contributions[s] = rule.points(value);
    logOdds += contributions[s] as number;
  });
  return { logOdds, variance: deviation ** 2, contributions, known };
}
