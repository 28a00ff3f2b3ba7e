import type { ContactStatus } from "#core/domain/contact.ts";
import type { Channel, Direction, InteractionType } from "#core/domain/interaction.ts";
import type { Outcome } from "#core/domain/outcome.ts";

/** An interaction as far as stage rules look at it. */
export interface JourneyEvent {
  id: string;
  at: Date;
  type: InteractionType | null;
  channel: Channel | null;
  direction: Direction | null;
  activity: string | null;
  subject: string | null;
  /** The beginning of its text, or null where no rule reads it. */
  content: string | null;
}

/** All that a journey is read from. */
export interface JourneyHistory {
  /** By time; at the same moment as their source has them. */
  events: readonly JourneyEvent[];
  /** `at` null: the source does not say since when. */
  statuses: readonly { status: ContactStatus; at: Date | null }[];
  outcome: Outcome | null;
}
