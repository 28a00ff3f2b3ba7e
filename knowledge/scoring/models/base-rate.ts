import { z } from "zod";
import { logit } from "./moments.ts";
import type { ScoringModel } from "./scoring-model.ts";

const serialised = z.object({ rate: z.number().gt(0).lt(1), leads: z.number().int().positive() });

/**
 * The scorer for data that cannot tell leads apart: every lead has the share that was won.
 * @param leads that the share was counted on.
 */
export function baseRateModel(rate: number, leads: number): ScoringModel {
  const baseLogOdds = logit(rate);
  // Of the log-odds of a share (Agresti, Categorical Data Analysis, 3.1).
  const variance = 1 / (leads * rate * (1 - rate));
  return {
    kind: "base-rate",
    sources: [],
    baseLogOdds,
    predict: () => ({
      logOdds: baseLogOdds,
      variance,
      contributions: new Float64Array(0),
      known: new Uint8Array(0),
    }),
    serialise: () => ({ rate, leads }),
  };
}

/** Reads what `serialise` wrote. @throws ZodError when it is something else. */
export function loadBaseRate(json: unknown): ScoringModel {
  const { rate, leads } = serialised.parse(json);
  return baseRateModel(rate, leads);
}
