import { z } from "zod";

/** What the publish guard found, in figures and in words. Log losses are means in nats. */
export const guardVerdict = z.object({
  publish: z.boolean(),
  /** Version of the model that served then; null when none did. */
  against: z.number().int().nullable(),
  /** What they were compared on: leads that the serving model cannot have seen, each one's own cross-validation, or nothing. */
  basis: z.enum(["new leads", "cross-validation", "none"]),
  leads: z.number().int(),
  won: z.number().int(),
  candidate: z.number().nullable(),
  serving: z.number().nullable(),
  /** By how much the candidate is worse (less than 0: better). */
  worse: z.number().nullable(),
  /** Standard error of `worse`. */
  error: z.number().nullable(),
  reason: z.string(),
});
export type GuardVerdict = z.infer<typeof guardVerdict>;

/** What is kept of a model beside its training report: with what settings it was made, and how it fared. */
export const modelLife = z.object({
  /** Fields that the user left out. */
  ignored: z.array(z.string()),
  /** Fields that the user vouched for. */
  kept: z.array(z.string()),
  /** Null while nobody asked for it to be published. */
  guard: guardVerdict.nullable(),
});
export type ModelLife = z.infer<typeof modelLife>;

/** Of a model that was stored before such things were kept. */
export const noLife: ModelLife = { ignored: [], kept: [], guard: null };
