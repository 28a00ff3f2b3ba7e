import { z } from "zod";
import { bandThresholds } from "../certainty/bands.ts";
import { calibration } from "../certainty/calibration.ts";
import { droppedColumn } from "../encode/column.ts";
import { metrics } from "../evaluate/evaluate.ts";
import { fieldCheck } from "../honesty/field-check.ts";
import { modelGrade } from "../honesty/grade.ts";
import { signalVerdict } from "../honesty/signal.ts";

/** A field that was found wanting, and what became of it. */
const judgedField = fieldCheck.extend({
  /** Leaks are left out unless the user vouched for them. */
  leftOut: z.boolean(),
  /** What the model would lose without it, by cross-validation; null unless it is a suspect that was kept. */
  costOfLeavingOut: z.object({ auc: z.number(), logLoss: z.number() }).nullable(),
});
export type JudgedField = z.infer<typeof judgedField>;

/** How one kind of model took part. */
const trial = z.object({
  kind: z.string(),
  /** In the model that serves, 0–1. */
  weight: z.number(),
  /** Out-of-fold, in nats, before calibration. */
  logLoss: z.number(),
  settings: z.record(z.string(), z.number()),
});

/** Leads with like chances: what was predicted of them and what happened, with its 95 % interval. */
const reliabilityBin = z.object({
  leads: z.number().int(),
  won: z.number().int(),
  predicted: z.number(),
  observed: z.number(),
  low: z.number(),
  high: z.number(),
});

/** How well chances that were foretold agree with what happened. */
const calibrationQuality = z.object({
  /** Expected calibration error over 15 bins. */
  ece15: z.number(),
  /** What a perfectly calibrated model with the same chances shows on so many leads: mean, and what 95 % of them stay under. */
  floor: z.object({ mean: z.number(), high: z.number() }),
  reliability: z.array(reliabilityBin),
});

/**
 * How a model was trained and how good it is. Of customers it holds the names of fields and, where phrases were learned, words
 * that many leads write; nothing that one of them said.
 */
export const trainingReport = z.object({
  kind: z.string(),
  /** Why there is no trained model; null when there is one. */
  reason: z.string().nullable(),
  /** ISO 8601. */
  trainedAt: z.string(),
  seed: z.number().int(),
  rows: z.number().int(),
  /** Leads that have the fields and the outcome of another, which they are copies of; beyond chance. */
  copies: z.number().int().default(0),
  won: z.number().int(),
  lost: z.number().int(),
  /** Share won; null without any outcome. */
  baseRate: z.number().nullable(),
  /** Null for a prior, as all that judges a model is. */
  grade: modelGrade.nullable().default(null),
  signal: signalVerdict.nullable().default(null),
  /** The kinds of models that were tried, the plainest first. */
  models: z.array(trial).default([]),
  /** Fields that may know the outcome. */
  checks: z.array(judgedField).default([]),
  columns: z.object({
    /** Strongest first. */
    used: z.array(
      z.object({
        name: z.string(),
        kind: z.string(),
        /** Mean absolute contribution in log-odds. */
        importance: z.number(),
      }),
    ),
    dropped: z.array(droppedColumn),
  }),
  /** "time": of the newest leads, by a model of the older ones; "folds": of all leads, each by models that had not seen it. */
  holdOut: z
    .object({
      method: z.enum(["time", "folds", "hash"]),
      trainedOn: z.number().int(),
      metrics: metrics.nullable(),
    })
    .nullable(),
  /** Of all leads, each by models that had not seen it. */
  crossValidated: metrics.nullable().default(null),
  calibrationQuality: calibrationQuality.nullable().default(null),
  calibration: calibration.pick({ kind: true, a: true, b: true, c: true }),
  bands: bandThresholds,
});
export type TrainingReport = z.infer<typeof trainingReport>;
