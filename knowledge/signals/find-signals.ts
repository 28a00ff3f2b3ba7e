import { findNegativeTurns } from "./negative-turn.ts";
import { findObjections } from "./objections.ts";
import { findDuePromises } from "./promise-due.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";
import { findRepeatedAsks } from "./repeated-ask.ts";
import type { Signal, SignalOptions } from "./signal.ts";
import { findSlowReplies } from "./slow-reply.ts";
import { happened, type TimelineEntry } from "./timeline-entry.ts";
import { findUnansweredQuestions } from "./unanswered-question.ts";

/** Of a longer timeline the latest entries are read. */
const mostRead = 500;
/** Characters that are read in all, and of one text where there are few. */
const allCharacters = 500_000;
const mostCharacters = 20_000;

/**
 * What a contact's timeline shows, oldest first, at most three of a kind (the latest), each with its messages and the sentence itself.
 * Precise before complete: a pleasantry, a quoted reply, a signature or an automatic reply asks nothing. Reads English, German, French
 * and Spanish; in other languages only what question marks and times tell.
 * @param timeline in any order; `Interaction`s fit.
 */
export function findSignals(timeline: readonly TimelineEntry[], options: SignalOptions): Signal[] {
  const latest = happened(timeline, options.now).slice(-mostRead);
  const longest = Math.min(mostCharacters, Math.floor(allCharacters / Math.max(1, latest.length)));
  const read = latest.map((entry) => readMessage(entry, longest));
  const finders: readonly ((messages: readonly ReadMessage[], options: SignalOptions) => Signal[])[] = [
    findUnansweredQuestions,
    findSlowReplies,
    findRepeatedAsks,
    findObjections,
    findNegativeTurns,
    findDuePromises,
  ];
  return finders.flatMap((find) => find(read, options)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
