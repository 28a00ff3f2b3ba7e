import type { Channel } from "#core/domain/interaction.ts";
import { channelName } from "../features/channels.ts";
import type { FeatureRow } from "../features/feature.ts";
import { day, historyOf } from "../features/history.ts";
import { isMeeting } from "../features/meetings.ts";
import { engagementFeature } from "../features/registry.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot, SnapshotInteraction } from "../snapshots/snapshot.ts";
import { describeMeasure } from "./describe-value.ts";
import { factorName } from "./factors.ts";

/** Something that can be done about a lead, and how the lead would look to the model then. */
export interface Action {
  /** What it moves, as factors name it. */
  field: string;
  /** What to do, as a sentence. */
  reason: string;
  /** What the lead has there now and afterwards, in words. */
  from: string;
  to: string;
  /** The lead's features afterwards. */
  after: FeatureRow;
}

/** Hours within which an answer counts as prompt. */
const promptHours = 4;
/** A follow-up sooner than this after the last one is pestering. */
const patienceDays = 2;
/** Nobody is asked for a meeting right after one, or while one is planned. */
const meetingPauseDays = 14;
const reachable: readonly Channel[] = ["EMAIL", "PHONE", "LINKEDIN", "CHAT"];

/** What a salesperson can do towards a lead at its snapshot's moment, as far as the model can tell the difference. */
export function possibleActions(model: LeadModel, snapshot: LeadSnapshot, meetingPlanned = false): Action[] {
  const found = [followUp, earnReply, answerFaster].map((act) => act(model, snapshot));
  const meeting = meetingPlanned ? null : meet(model, snapshot);
  return [...[...found, meeting].filter((action) => action !== null), ...otherChannels(model, snapshot)];
}

type Act = (model: LeadModel, snapshot: LeadSnapshot) => Action | null;

const followUp: Act = (model, snapshot) => {
  const waiting = isWaiting(snapshot);
  if (wroteLately(snapshot) && !waiting) return null;
  const reason = waiting ? "Answer the lead's last message today." : "Follow up today.";
  const touch = { channel: usualChannel(snapshot), direction: "OUTBOUND" } as const;
  return touching(model, snapshot, { measure: "days_since_outbound", reason, touch });
};

const earnReply: Act = (model, snapshot) => {
  const last = snapshot.interactions.at(-1);
  if (last?.direction !== "OUTBOUND") return null;
  const reason = "Ask one question that is easy to answer; the gain is for a reply today.";
  const touch = { channel: usualChannel(snapshot), direction: "INBOUND" } as const;
  return touching(model, snapshot, { measure: "days_since_inbound", reason, touch });
};

const answerFaster: Act = (model, snapshot) => {
  const row = model.features(snapshot);
  const hours = row.our_response_hours;
  if (typeof hours !== "number" || hours <= promptHours) return null;
  return {
    field: factorName("our_response_hours"),
    reason: `Answer within ${promptHours} hours from now on.`,
    from: describeMeasure(hours, "hours"),
    to: describeMeasure(promptHours, "hours"),
    after: { ...row, our_response_hours: promptHours },
  };
};

const meet: Act = (model, snapshot) => {
  if (!model.scorer.sources.includes("meetings")) return null;
  const since = snapshot.asOf.getTime() - meetingPauseDays * day;
  if (snapshot.interactions.some((i) => isMeeting(i) && i.at.getTime() >= since)) return null;
  const touch = { type: "MEETING", channel: "IN_PERSON", direction: null } as const;
  const reason = "Book a meeting; the gain is for one that takes place.";
  return touching(model, snapshot, { measure: "meetings", reason, touch });
};

function otherChannels(model: LeadModel, snapshot: LeadSnapshot): Action[] {
  const used = new Set(snapshot.interactions.map((i) => i.channel));
  if (used.size === 0 || !model.scorer.sources.includes("channels")) return [];
  // Whoever waits for an answer wants it where they asked, and whoever was just written to wants peace.
  if (isWaiting(snapshot) || wroteLately(snapshot)) return [];
  return reachable
    .filter((channel) => !used.has(channel))
    .map((channel) => {
      const reason = `Reach out over another channel: ${channelName(channel)}.`;
      const touch = { channel, direction: "OUTBOUND" } as const;
      return touching(model, snapshot, { measure: "channels", reason, touch });
    });
}

function isWaiting({ interactions }: LeadSnapshot): boolean {
  return interactions.at(-1)?.direction === "INBOUND";
}

function wroteLately({ interactions, asOf }: LeadSnapshot): boolean {
  const last = interactions.findLast((i) => i.direction === "OUTBOUND");
  return last !== undefined && asOf.getTime() - last.at.getTime() < patienceDays * day;
}

interface Touch {
  measure: string;
  reason: string;
  touch: Partial<SnapshotInteraction>;
}

function touching(model: LeadModel, snapshot: LeadSnapshot, { measure, reason, touch }: Touch): Action {
  const touched = withTouch(snapshot, touch);
  const feature = engagementFeature(measure);
  const valueIn = (lead: LeadSnapshot) =>
    describeMeasure(feature?.compute(historyOf(lead)), feature?.unit ?? "count");
  const [from, to] = [valueIn(snapshot), valueIn(touched)];
  return { field: factorName(measure), reason, from, to, after: model.features(touched) };
}

function usualChannel(snapshot: LeadSnapshot): Channel {
  return snapshot.interactions.findLast((i) => i.channel !== null)?.channel ?? "EMAIL";
}

/** The lead as it would be seen with one more touch, just before the snapshot's moment. */
function withTouch(snapshot: LeadSnapshot, touch: Partial<SnapshotInteraction>): LeadSnapshot {
  const blank = {
    type: null,
    channel: null,
    activity: null,
    direction: null,
    duration: null,
    sentiment: null,
  };
  const at = new Date(snapshot.asOf.getTime() - 1);
  const interaction = { ...blank, id: "what-if", at, textLength: 0, ...touch };
  return { ...snapshot, interactions: [...snapshot.interactions, interaction] };
}
