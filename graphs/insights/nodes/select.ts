import { chooseStories } from "#tools/judge-findings.ts";
import type { InsightsState, InsightsUpdate } from "../state.ts";

/** Chooses what is told, the most important first. */
export function select({ findings, request }: InsightsState): InsightsUpdate {
  return { stories: chooseStories(findings, request.limit) };
}
