/** What `evals -- safety` measures. */
export const safetyParts = ["injection", "over-defence", "confidentiality"] as const;
export type SafetyPart = (typeof safetyParts)[number];
