import { z } from "zod";

/** Why a field is not to be trusted. */
export const checkKind = z.enum([
  /** Alone it almost decides the outcome. */
  "decides",
  /** A value, or having one at all, that only one outcome knows. */
  "one-side",
  /** First set or changed when the outcome was known. */
  "changes-at-outcome",
  /** Leads have it once they have ended, and not before. */
  "only-ended",
  /** A date that is the outcome's own, or later. */
  "date-at-outcome",
  /** A date after the first contact. */
  "date-after-contact",
  /** At one end of its scale practically nobody, or everybody, is won. */
  "one-sided-end",
  /** By far the strongest. */
  "strongest",
]);
export type CheckKind = z.infer<typeof checkKind>;

/** "leak": left out unless the user insists. "suspect": kept, and named with its evidence. */
export const checkVerdict = z.enum(["leak", "suspect"]);
export type CheckVerdict = z.infer<typeof checkVerdict>;

/** A field that may know the outcome. Holds counts, shares and dates, and no customer's values. */
export const fieldCheck = z.object({
  /** The feature's name in a row. */
  source: z.string(),
  /** What people call it. */
  field: z.string(),
  verdict: checkVerdict,
  kinds: z.array(checkKind),
  /** Sentences with figures, the strongest reason first. */
  evidence: z.array(z.string()),
  /** Cross-validated AUC of this field alone; null when no lead's row has it. */
  aloneAuc: z.number().nullable(),
  /** Share of the outcome's entropy that it alone explains, cross-validated: 0 nothing, 1 all. */
  aloneExplained: z.number().nullable(),
});
export type FieldCheck = z.infer<typeof fieldCheck>;

/** One reason against a field. */
export interface Finding {
  verdict: CheckVerdict;
  kind: CheckKind;
  sentence: string;
}
