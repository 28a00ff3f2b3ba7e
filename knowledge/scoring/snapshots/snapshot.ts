import type { FieldValue } from "#core/domain/contact.ts";
import type { Channel, Direction, InteractionType } from "#core/domain/interaction.ts";
import type { OutcomeResult } from "#core/domain/outcome.ts";
import type { TextReading } from "../features/text/text-reading.ts";

/** An interaction as scoring sees it: when, how and which way, never who. */
export interface SnapshotInteraction {
  id: string;
  /** The conversation that it is a message of: a transcript's lines are one call. */
  conversationId?: string | null;
  at: Date;
  type: InteractionType | null;
  channel: Channel | null;
  activity: string | null;
  direction: Direction | null;
  /** Minutes. */
  duration: number | null;
  /** Characters of the text, 0 without one. */
  textLength: number;
  /** Sentiment −1..1 where the source has one. */
  sentiment: number | null;
  /** What its text tells; null or absent when there is none, or nobody looked. */
  reading?: TextReading | null;
}

/** What was known of one lead at one moment: nothing in it is from that moment or later. */
export interface LeadSnapshot {
  contactId: string;
  asOf: Date;
  /** When the lead came into being; null when its source has no dates. */
  createdAt: Date | null;
  /** Known and custom fields by name (custom ones as imported); identity (names, email, phone, ids) is left out. */
  fields: Readonly<Record<string, FieldValue>>;
  /** Ascending by time. */
  interactions: readonly SnapshotInteraction[];
}

/** A lead whose end is known, seen at a moment before it ended. */
export interface LabelledLead {
  /** Decides how leads are dealt out to folds and hold-outs; the same in every workspace with the same file. */
  key: string;
  snapshot: LeadSnapshot;
  result: OutcomeResult;
  /** When it ended, if known: hold-outs are ordered by it. */
  endedAt: Date | null;
}
