import { z } from "zod";

export const impact = z.enum(["HIGH", "MEDIUM", "LOW"]);
export const band = z.enum(["A", "B", "C", "D"]);
export type Band = z.infer<typeof band>;

/** Whether a factor speaks for the lead, against it, or moves the score by next to nothing. */
export const effect = z.enum(["raises", "lowers", "neutral"]);

export const scoreFactor = z.object({
  /** The field or engagement measure ("euribor3m", "days since last reply"), "base rate" or a scorer's vote. */
  name: z.string(),
  /** What the lead has there, as a person would say it. */
  value: z.string(),
  /** Its share of the log-odds: all contributions of a score add up to the log-odds of its probability. */
  contribution: z.number(),
  /** The same in points of 100: those of all factors add up to the score. */
  points: z.number(),
  effect,
  /** Its share of the sum of absolute contributions of the factors, signed, −1..1. */
  weight: z.number(),
  impact,
  /** Ids of the interactions it was computed from; empty for fields. */
  evidence: z.array(z.string()),
});
/** One reason for a score. */
export type ScoreFactor = z.infer<typeof scoreFactor>;

export const leadScore = z.object({
  /** 100 × probability, unrounded. */
  score: z.number().min(0).max(100),
  /** Calibrated chance to be won. */
  probability: z.number().min(0).max(1),
  /** 90 % interval of the probability. */
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  band,
  confidence: z.number().min(0).max(1),
  factors: z.array(scoreFactor),
});
/** A score with its reasons, as every engine makes it. */
export type LeadScore = z.infer<typeof leadScore>;
