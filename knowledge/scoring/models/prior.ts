import { z } from "zod";
import { logit } from "./moments.ts";
import { scorecardOf } from "./scorecard.ts";
import type { ScoringModel } from "./scoring-model.ts";

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
  const scorecard = scorecardOf();
  return {
    kind: "prior",
    sources: scorecard.sources,
    baseLogOdds,
    predict: (row) => {
      const { points, known } = scorecard.score(row);
      const logOdds = points.reduce((sum, point) => sum + point, baseLogOdds);
      return { logOdds, variance: deviation ** 2, contributions: points, known };
    },
    serialise: () => ({ baseRate }),
  };
}

/** Reads what `serialise` wrote. @throws ZodError when it is something else. */
export function loadPrior(json: unknown): ScoringModel {
  return priorModel(serialised.parse(json).baseRate);
}
