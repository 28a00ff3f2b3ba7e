import { z } from "zod";
import { percent, wilson } from "./proportion.ts";

/** Whether as many leads were won as was foretold. */
export const outcomeDrift = z.object({
  field: z.literal("outcome rate"),
  /** Rate of won leads less the mean of the chances they were given. */
  value: z.number(),
  alarm: z.enum(["none", "watch", "alarm"]),
  sentence: z.string(),
  leads: z.number().int(),
  won: z.number().int(),
  /** Mean chance. */
  predicted: z.number(),
  /** 95 % interval of the rate. */
  low: z.number(),
  high: z.number(),
  /** Standard errors between the two. */
  z: z.number(),
});
export type OutcomeDrift = z.infer<typeof outcomeDrift>;

export interface EndedLeads {
  /** The chance that each was given before it ended. */
  probabilities: Float64Array;
  /** 1 won, 0 lost. */
  labels: Uint8Array;
}

/** Standard errors, and the gap that is worth a word however sure. */
const watchFrom = { z: 1.96, gap: 0.02 };
const alarmFrom = { z: 2.58, gap: 0.05 };
const fewest = 20;

/**
 * Calibration in the large: the number won against the sum of their chances, whose variance is Σ p (1 − p)
 * (Spiegelhalter, Statistics in Medicine 1986).
 */
export function outcomeDriftOf({ probabilities, labels }: EndedLeads): OutcomeDrift {
  const leads = labels.length;
  let [won, expected, variance] = [0, 0, 0];
  for (let i = 0; i < leads; i++) {
    const p = Math.min(1, Math.max(0, probabilities[i] || 0));
    won += labels[i] as number;
    expected += p;
    variance += p * (1 - p);
  }
  const predicted = leads === 0 ? 0 : expected / leads;
  const value = leads === 0 ? 0 : won / leads - predicted;
  // Half a lead keeps chances of exactly 0 and 1 from making every surprise endless.
  const z = (won - expected) / Math.sqrt(variance + 0.25);
  const { low, high } = wilson({ hits: won, of: leads }, 1.96);
  const beyond = (limit: typeof watchFrom) => Math.abs(z) >= limit.z && Math.abs(value) >= limit.gap;
  const alarm = leads < fewest || !beyond(watchFrom) ? "none" : beyond(alarmFrom) ? "alarm" : "watch";
  const sentence = `outcome rate: ${won} of ${leads} leads that ended were won (${percent(leads === 0 ? 0 : won / leads)}), and ${percent(predicted)} was foretold.`;
  return { field: "outcome rate", value, alarm, sentence, leads, won, predicted, low, high, z };
}
