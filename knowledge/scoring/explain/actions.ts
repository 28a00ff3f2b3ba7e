import type { Channel } from "#core/domain/interaction.ts";
import { channelName } from "../features/channels.ts";
import type { FeatureRow } from "../features/feature.ts";
import { day, historyOf } from "../features/history.ts";
import { engagementFeature } from "../features/registry.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot, SnapshotInteraction } from "../snapshots/snapshot.ts";

/** Something a salesperson can do, and how the lead would look to the model then. */
export interface Action {
  /** The engagement measure that it moves. */
  measure: string;
  /** What to do, as a sentence. */
  reason: string;
  /** The measure's value now and afterwards. */
  from: number | null;
  to: number | null;
  /** The lead's features afterwards. */
  after: FeatureRow;
}

/** Hours within which an answer counts as prompt. */
const promptHours = 4;
/** A follow-up sooner than this after the last one is pestering. */
const patienceDays = 2;
const reachable: readonly Channel[] = ["EMAIL", "PHONE", "LINKEDIN", "CHAT"];

/** What can be done about a lead at its snapshot's moment, as far as the model can tell the difference. */
export function possibleActions(model: LeadModel, snapshot: LeadSnapshot): Action[] {
  const found = [followUp, earnReply, answerFaster, meet].map((act) => act(model, snapshot));
  return [...found.filter((action) => action !== null), ...otherChannels(model, snapshot)];
}

type Act = (model: LeadModel, snapshot: LeadSnapshot) => Action | null;

const followUp: Act = (model, snapshot) => {
  const last = snapshot.interactions.findLast((i) => i.direction === "OUTBOUND");
  const waiting = snapshot.interactions.at(-1)?.direction === "INBOUND";
  const recent = last && snapshot.asOf.getTime() - last.at.getTime() < patienceDays * day;
  if (recent && !waiting) return null;
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
    measure: "our_response_hours",
    reason: `Answer within ${promptHours} hours from now on.`,
    from: hours,
    to: promptHours,
    after: { ...row, our_response_hours: promptHours },
  };
};

const meet: Act = (model, snapshot) => {
  if (!model.scorer.sources.includes("meetings")) return null;
  const touch = { type: "MEETING", channel: "IN_PERSON", direction: null } as const;
  const reason = "Book a meeting; the gain is for one that takes place.";
  return touching(model, snapshot, { measure: "meetings", reason, touch });
};

function otherChannels(model: LeadModel, snapshot: LeadSnapshot): Action[] {
  const used = new Set(snapshot.interactions.map((i) => i.channel));
  if (used.size === 0 || !model.scorer.sources.includes("channels")) return [];
  return reachable
    .filter((channel) => !used.has(channel))
    .map((channel) => {
      const reason = `Reach out over another channel: ${channelName(channel)}.`;
      const touch = { channel, direction: "OUTBOUND" } as const;
      return touching(model, snapshot, { measure: "channels", reason, touch });
    });
}

interface Touch {
  measure: string;
  reason: string;
  touch: Partial<SnapshotInteraction>;
}

function touching(model: LeadModel, snapshot: LeadSnapshot, { measure, reason, touch }: Touch): Action {
  const touched = withTouch(snapshot, touch);
  const valueIn = (lead: LeadSnapshot) => engagementFeature(measure)?.compute(historyOf(lead)) ?? null;
  return { measure, reason, from: valueIn(snapshot), to: valueIn(touched), after: model.features(touched) };
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
