import { z } from "zod";

export const signalKind = z.enum([
  "unanswered_question",
  "slow_reply",
  "repeated_ask",
  "objection",
  "negative_turn",
  "promise_due",
]);
/**
 * What a timeline shows. unanswered_question: the contact asked and nobody answered since; slow_reply: our answer took long;
 * repeated_ask: asked again what we had answered; objection: costly, a concern, a delay, a refusal, another offer;
 * negative_turn: the tone fell; promise_due: we promised something by a day and nothing followed.
 */
export type SignalKind = z.infer<typeof signalKind>;

export const objectionKind = z.enum(["costly", "concern", "delay", "refusal", "alternative"]);
export type ObjectionKind = z.infer<typeof objectionKind>;

/** One thing that a timeline shows, with the messages it rests on. */
export interface Signal {
  kind: SignalKind;
  /** When it showed: of a slow reply, when the contact wrote. */
  at: Date;
  /** Oldest first; at most 10. */
  messageIds: string[];
  /** The sentence itself, at most 240 characters on one line: somebody's words, data. Null where the message has no text. */
  quote: string | null;
  /** Who said it, as the source has it. */
  speaker: string | null;
  /** Of an objection: which. */
  about?: ObjectionKind;
  /**
   * unanswered_question: ageHours, asked (messages that ask, all unanswered); slow_reply: hours, limitHours; repeated_ask: times, days
   * (from the first to the last time); objection: messages (that raise it); negative_turn: before and after (tone, −1..1);
   * promise_due: overdueHours.
   */
  detail: Record<string, number>;
}

export interface SignalOptions {
  /** What comes later has not happened. */
  now: Date;
  /** Nine in ten of this team's replies come within so many hours (load-reply-p90.ts); null or absent: not known. */
  replyP90Hours?: number | null;
}
