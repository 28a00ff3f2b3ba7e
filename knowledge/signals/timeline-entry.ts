import type { Interaction } from "#core/domain/interaction.ts";

/** What is read of an interaction to find signals; an `Interaction` is one. */
export type TimelineEntry = Pick<
  Interaction,
  "id" | "conversationId" | "occurredAt" | "type" | "direction" | "activity" | "subject" | "content"
> &
  Partial<Pick<Interaction, "outcome" | "sender" | "metadata">>;

/** Entries that have happened by a moment, oldest first; those of one moment as they came. */
export function happened<E extends Pick<TimelineEntry, "occurredAt">>(
  timeline: readonly E[],
  now: Date,
): E[] {
  return timeline
    .filter(({ occurredAt }) => occurredAt <= now)
    .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
}
