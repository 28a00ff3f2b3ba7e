import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { bandThresholds } from "./certainty/bands.ts";
import { calibration } from "./certainty/calibration.ts";
import { changeableField } from "./explain/changeable-fields.ts";
import { exemplars } from "./explain/exemplars.ts";

/** All that is kept of a trained scorer: plain JSON. */
export const leadModelArtifact = z.object({
  format: z.literal(1),
  kind: z.string(),
  /** What `ScoringModel.serialise` wrote. */
  parameters: z.record(z.string(), z.unknown()),
  calibration,
  bands: bandThresholds,
  /** Leads that the model learned from. */
  labels: z.object({ won: z.number().int(), lost: z.number().int() }),
  /** Share won that the base-rate factor names. */
  baseRate: z.number(),
  /** How much wider than the delta method the intervals are; artifacts of old have the factor alone. */
  widening: z.union([
    z.object({ factor: z.number(), missed: z.number().min(0), spread: z.number() }),
    z.number().transform((factor) => ({ factor, missed: 0, spread: 1 })),
  ]),
  /** Mean absolute contribution of each source over the training leads, in log-odds. */
  importance: z.array(z.number()),
  exemplars,
  /** Fields that people change while a lead is worked on, with the values that are common there. */
  changeable: z.array(changeableField).optional(),
  /** How features and scores were spread when the model was trained, to notice when that changes. */
  reference: z.unknown().optional(),
});
export type LeadModelArtifact = z.infer<typeof leadModelArtifact>;

/** Checks stored JSON. @throws AppError NOT_READY when it is not an artifact of this version. */
export function parseArtifact(json: unknown): LeadModelArtifact {
  const parsed = leadModelArtifact.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new AppError("NOT_READY", "The stored scoring model is from another version. Train again.", {
    cause: parsed.error,
  });
}
