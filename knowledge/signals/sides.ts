import { isAutomatic } from "./automatic.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

const written: ReadonlySet<string> = new Set(["EMAIL", "CHAT", "SOCIAL_MEDIA", "FORM_SUBMISSION"]);
const spoken: ReadonlySet<string> = new Set(["PHONE_CALL", "MEETING"]);
/** In the outcome of a call or meeting that did not take place; the same in JavaScript and in SQL. */
export const missedPattern = "miss|voice ?mail|no[ _-]?answer|no[ _-]?show|cancel|not reached|busy";
const missed = new RegExp(missedPattern, "i");
/** What trackers log as if the contact had written. */
const trackedWords =
  "open(?:ed|s)?|click(?:ed|s)?|bounced?|unsubscribed?|visit(?:ed)?|view(?:ed)?|download(?:ed)?";
const tracked = new RegExp(`\\b(?:${trackedWords})\\b`, "i");

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
  return !isAutomatic(entry);
}

/**
 * True of what answers whatever the contact wrote before, in whichever conversation: what is ours, that no machine wrote and that is no
 * visit, or a call or meeting that took place, whoever called. A message whose direction is not known may be an answer and counts as one.
 */
export function answers(entry: TimelineEntry): boolean {
  const { direction, type, outcome } = entry;
  if (type !== null && spoken.has(type)) return direction === "OUTBOUND" || !missed.test(outcome ?? "");
  if (direction === "OUTBOUND") return type !== "WEBSITE_VISIT" && !isAutomatic(entry);
  return direction === null && type !== null && written.has(type) && !isAutomatic(entry);
}

const list = (types: ReadonlySet<string>) => [...types].map((type) => `'${type}'`).join(", ");
const missedSql = `coalesce(outcome, '') ~* '${missedPattern}'`;
const hasWords = "coalesce(content, '') <> ''";
const trackedSql = `not (${hasWords}) and coalesce(activity, '') ~* '\\y(?:${trackedWords})\\y'`;

/** `awaitsAnswer` as SQL over a row of interactions, for counting many: never null. Whether a machine wrote it is not looked at. */
export const asksSql = `(case when direction is distinct from 'INBOUND' then false
    when type in (${list(written)}) then not (${trackedSql})
    when type = 'PHONE_CALL' then ${missedSql}
    else type is null and (conversation_id is not null or ${hasWords}) and not (${trackedSql}) end)`;

/**
 * `answers` as SQL over a row of interactions, for counting many: never null. Whether a machine wrote it is not looked at, and a message
 * whose direction is not known does not count.
 */
export const answersSql = `(case when direction = 'OUTBOUND' then type is distinct from 'WEBSITE_VISIT'
    when type in (${list(spoken)}) then not ${missedSql} else false end)`;

/** The messages that wait for an answer at the end of a timeline, oldest first. */
export function waiting<E extends TimelineEntry>(happened: readonly E[]): E[] {
  const last = happened.findLastIndex(answers);
  return happened.slice(last + 1).filter(awaitsAnswer);
}
