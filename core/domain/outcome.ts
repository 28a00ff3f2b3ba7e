import { z } from "zod";

export const outcomeResult = z.enum(["won", "lost"]);
export type OutcomeResult = z.infer<typeof outcomeResult>;

/** How a lead ended; `at` is null when the source does not say when. */
export interface Outcome {
  result: OutcomeResult;
  at: Date | null;
}
