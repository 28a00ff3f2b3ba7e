import { isAutomatic } from "./automatic.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

const written: ReadonlySet<string> = new Set(["EMAIL", "CHAT", "SOCIAL_MEDIA", "FORM_SUBMISSION"]);
const spoken: ReadonlySet<string> = new Set(["PHONE_CALL", "MEETING"]);
/** In the outcome of a call or meeting that did not take place; the same in JavaScript and in SQL (knowledge/db/schema/interactions.ts). */
const missed = /miss|voice ?mail|no[ _-]?answer|no[ _-]?show|cancel|not reached|busy/i;
/** What trackers log as if the contact had written. */
const trackedWords =
  "open(?:ed|s)?|click(?:ed|s)?|bounced?|unsubscribed?|visit(?:ed)?|view(?:ed)?|download(?:ed)?";
const tracked = new RegExp(`\\b(?:${trackedWords})\\b`, "i");

/** How mails that no person wrote are labelled when they are imported (knowledge/email/mail-kind.ts). */
const machineMail: ReadonlySet<string | null> = new Set(["bounce", "auto-reply", "list", "bulk"]);

/**
 * True of what waits for an answer of ours: a message that the contact wrote, not a machine, or a call of theirs that nobody took. A
 * visit, a click or a call that took place does not.
 */
export function awaitsAnswer(entry: TimelineEntry): boolean {
  const { direction, type, activity, content, conversationId, outcome } = entry;
  if (direction !== "INBOUND") return false;
  if (type === "PHONE_CALL") return missed.test(outcome ?? "");
  if (type !== null && !written.has(type)) return false;
  const hasWords = content !== null && content.trim() !== "";
  if (!hasWords && activity !== null && tracked.test(activity)) return false;
  if (type === null && !hasWords && conversationId === null) return false;
  return !isByMachine(entry);
}

/**
 * True of what answers whatever the contact wrote before, in whichever conversation: what is ours, that no machine wrote and that is no
 * visit, or a call or meeting that took place, whoever called. A message whose direction is not known may be an answer and counts as one.
 */
export function answers(entry: TimelineEntry): boolean {
  const { direction, type, outcome } = entry;
  if (type !== null && spoken.has(type)) return direction === "OUTBOUND" || !missed.test(outcome ?? "");
  if (direction === "OUTBOUND") return type !== "WEBSITE_VISIT" && !isByMachine(entry);
  return direction === null && type !== null && written.has(type) && !isByMachine(entry);
}

function isByMachine(entry: TimelineEntry): boolean {
  return (entry.type === "EMAIL" && machineMail.has(entry.activity)) || isAutomatic(entry);
}

/** The messages that wait for an answer at the end of a timeline, oldest first. */
export function waiting<E extends TimelineEntry>(happened: readonly E[]): E[] {
  const last = happened.findLastIndex(answers);
  return happened.slice(last + 1).filter(awaitsAnswer);
}
