import type { EngagementFeature } from "./feature.ts";
import { day } from "./history.ts";

/** How long the lead has been known. */
export const age: readonly EngagementFeature[] = [
  {
    name: "lead_age_days",
    label: "age of the lead in days",
    unit: "days",
    compute: ({ asOf, createdAt }) => (createdAt === null ? null : Math.max(0, (asOf - createdAt) / day)),
    evidence: () => [],
  },
];
