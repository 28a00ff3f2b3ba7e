import type { Outcome } from "#core/domain/outcome.ts";
import type { JourneyEvent } from "./journey-history.ts";

const day = 86_400_000;

/** When a lead ended, in milliseconds since 1970, and how that is known. */
export interface JourneyEnd {
  at: number;
  by: "outcome" | "last interaction";
}

/**
 * When a lead ended; null while it is open, or where nothing tells. An outcome at midnight in UTC names a day: what happened in its
 * course still belongs to the journey, which ends with it. An outcome without a date ends with the last interaction.
 * @param events by time.
 */
export function journeyEnd(events: readonly JourneyEvent[], outcome: Outcome | null): JourneyEnd | null {
  if (!outcome) return null;
  if (outcome.at === null) {
    const last = events.at(-1);
    return last ? { at: last.at.getTime(), by: "last interaction" } : null;
  }
  const at = outcome.at.getTime();
  if (at % day !== 0) return { at, by: "outcome" };
  const lastOfDay = events.findLast((event) => event.at.getTime() < at + day);
  return { at: Math.max(at, lastOfDay?.at.getTime() ?? at), by: "outcome" };
}
