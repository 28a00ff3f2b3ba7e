import { z } from "zod";
import { bandThresholds } from "../certainty/bands.ts";
import { calibration } from "../certainty/calibration.ts";
import { droppedColumn } from "../encode/column.ts";
import { metrics } from "../evaluate/evaluate.ts";

/** How a model was trained and how good it is. Holds no customer's data beyond the names of fields. */
export const trainingReport = z.object({
  kind: z.string(),
  /** Why there is no trained model; null when there is one. */
  reason: z.string().nullable(),
  /** ISO 8601. */
  trainedAt: z.string(),
  seed: z.number().int(),
  rows: z.number().int(),
  won: z.number().int(),
  lost: z.number().int(),
  /** Share won; null without any outcome. */
  baseRate: z.number().nullable(),
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
  /** Null for a prior. */
  holdOut: z
    .object({ method: z.enum(["time", "hash"]), trainedOn: z.number().int(), metrics: metrics.nullable() })
    .nullable(),
  /** Ridge penalty λ; null for a prior. */
  penalty: z.number().nullable(),
  calibration: calibration.pick({ kind: true, a: true, b: true, c: true }),
  bands: bandThresholds,
});
export type TrainingReport = z.infer<typeof trainingReport>;
