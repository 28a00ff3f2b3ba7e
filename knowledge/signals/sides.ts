import { isAutomatic } from "./automatic.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

const written: ReadonlySet<string> = new Set(["EMAIL", "CHAT", "SOCIAL_MEDIA", "FORM_SUBMISSION"]);
const spoken: ReadonlySet<string> = new Set(["PHONE_CALL", "MEETING"]);
/** In the outcome of a call or meeting that did not take place; the same in JavaScript and in SQL. */
export const missedPattern = "miss|voice ?mail|no[ _-]?answer|no[ _-]?show|cancel|not reached|busy";
const missed = new RegExp(missedPattern, "i");
/** What trackers log as if the contact had written. */
const tracked =
  /\b(?:open(?:ed|s)?|click(?:ed|s)?|bounced?|unsubscribed?|visit(?:ed)?|view(?:ed)?|download(?:ed)?)\b/i;

/** True of a message that waits for an answer of ours: the contact wrote it, not a machine, and it is no call, visit or click. */
export function awaitsAnswer(entry: TimelineEntry): boolean {
  const { direction, type, activity, content, conversationId } = entry;
  if (direction !== "INBOUND" || (type !== null && !written.has(type))) return false;
  const hasWords = content !== null && content.trim() !== "";
  if (!hasWords && activity !== null && tracked.test(activity)) return false;
  if (type === null && !hasWords && conversationId === null) return false;
  return !isAutomatic(entry);
}

/**
 * True of what answers whatever the contact wrote before, in whichever conversation: a message of ours that no machine wrote, or a
 * call or meeting that took place, whoever called. A message whose direction is not known may be an answer and counts as one.
 */
export function answers(entry: TimelineEntry): boolean {
  const { direction, type, outcome } = entry;
  if (type !== null && spoken.has(type)) return direction === "OUTBOUND" || !missed.test(outcome ?? "");
  if (direction === "OUTBOUND") return !isAutomatic(entry);
  return direction === null && type !== null && written.has(type) && !isAutomatic(entry);
}

/** The messages that wait for an answer at the end of a timeline, oldest first. */
export function waiting<E extends TimelineEntry>(happened: readonly E[]): E[] {
  const last = happened.findLastIndex(answers);
  return happened.slice(last + 1).filter(awaitsAnswer);
}
