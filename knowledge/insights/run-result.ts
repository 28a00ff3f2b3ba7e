import type { RunResult } from "./runs.ts";

/** What is kept of a run: samples of durations are left out, the data hash covers them. */
export function withoutSamples(result: RunResult): RunResult {
  return {
    ...result,
    groupings: result.groupings.map((grouping) => ({
      ...grouping,
      groups: grouping.groups.map(({ sample: _, ...group }) => group),
    })),
  };
}
