import { z } from "zod";
import { auc, aucInterval, type Judged } from "./auc.ts";
import { averagePrecision } from "./average-precision.ts";
import { calibrationError } from "./calibration-error.ts";
import { lift } from "./lift.ts";
import { brier, logLoss } from "./proper-scores.ts";

/** How good probabilities were on leads that the model had not seen. */
export const metrics = z.object({
  leads: z.number().int(),
  won: z.number().int(),
  auc: z.number(),
  /** 95 % interval. */
  aucLow: z.number(),
  aucHigh: z.number(),
  prAuc: z.number(),
  brier: z.number(),
  /** Nats. */
  logLoss: z.number(),
  /** Of always answering these leads' own base rate: what a model without any signal reaches. */
  baseLogLoss: z.number(),
  ece15: z.number(),
  /** Rate of won leads among the best tenth, over the average rate. */
  lift10: z.number(),
});
export type Metrics = z.infer<typeof metrics>;

/** All metrics, or null unless both outcomes occur. */
export function evaluate(judged: Judged): Metrics | null {
  const leads = judged.labels.length;
  const won = judged.labels.reduce((sum, y) => sum + y, 0);
  if (won === 0 || won === leads) return null;
  const { low, high } = aucInterval(judged);
  return {
    leads,
    won,
    auc: auc(judged),
    aucLow: low,
    aucHigh: high,
    prAuc: averagePrecision(judged),
    brier: brier(judged),
    logLoss: logLoss(judged),
    baseLogLoss: logLoss({ scores: new Float64Array(leads).fill(won / leads), labels: judged.labels }),
    ece15: calibrationError(judged),
    lift10: lift(judged),
  };
}
