import type { DraftContent } from "#core/domain/draft.ts";
import type { SendingPolicy, UserPreferences } from "../settings/settings.ts";

/** What has happened in the conversation. */
export interface SendingHistory {
  /** Replies that left it without a person's yes. */
  automaticInThread: number;
  /** When the message that is answered came. */
  messageAt: Date;
}

export interface SendingVerdict {
  send: boolean;
  /** In words, whichever it is. */
  reason: string;
  /** The earliest moment at which it may leave; with `send` only. */
  after?: Date;
}

const hourMs = 3_600_000;

/**
 * Whether a draft may leave without a person's yes. All must hold: the workspace's policy and the user's preference are on, the intent is
 * listed, the confidence is high enough, there is no risk, no open question, no placeholder and no sign of an injected instruction, it is
 * within working hours, and the conversation has not had its share.
 * @param response null: handed over to a person
 */
export function maySendAutomatically(
  { policy, preferences }: { policy: SendingPolicy; preferences: UserPreferences },
  { content, response }: { content: DraftContent; response: string | null },
  { automaticInThread, messageAt }: SendingHistory,
  now: Date,
): SendingVerdict {
  const no = (reason: string): SendingVerdict => ({ send: false, reason });
  if (!policy.enabled) return no("automatic sending is off in this workspace");
  if (!preferences.auto_response_enabled) return no("the user has not switched automatic answers on");
  if (response === null || content.hand_over !== null) return no("it was handed over to a person");
  if (content.intent === null || !policy.intents.includes(content.intent)) {
    return no(
      `the intent ${content.intent ?? "is not known and"} is not among those that may be answered automatically`,
    );
  }
  if (content.confidence < policy.min_confidence) {
    return no(`its confidence is ${content.confidence.toFixed(2)}, below ${policy.min_confidence}`);
  }
  const [risk] = content.risks;
  if (risk) return no(`it has a risk: ${risk.kind}`);
  if (content.injection.reasons.length > 0) return no("the message may hold instructions for machines");
  if (content.questions.some(({ answered }) => !answered)) return no("it leaves a question open");
  if (/\[confirm\b/i.test(response)) return no("something in it is to be confirmed");
  if (response.length > preferences.max_response_length) return no("it is longer than the user wants");
  if (content.recipients.to.length + content.recipients.cc.length !== 1)
    return no("it has not exactly one recipient");
  if (automaticInThread >= policy.max_per_thread) return no("the conversation has had its automatic answers");
  const after = new Date(
    Math.max(now.getTime(), messageAt.getTime() + preferences.response_delay_hours * hourMs),
  );
  if (!withinWorkingHours(policy.working_hours, after)) return no("it would leave outside working hours");
  return { send: true, reason: "the workspace's policy allows it", after };
}

const weekdays: Record<string, number> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };

function withinWorkingHours(
  { days, from, to, time_zone }: SendingPolicy["working_hours"],
  at: Date,
): boolean {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: time_zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  const time = `${part("hour")}:${part("minute")}`;
  return days.includes(weekdays[part("weekday")] ?? 0) && time >= from && time < to;
}
