import type { Outcome } from "#core/domain/outcome.ts";
import { localDay } from "#core/local-day.ts";
import type { Signal, SignalKind } from "../signals/signal.ts";
import type { JourneyEvent } from "./journey-history.ts";
import type { JourneyOpportunity } from "./opportunities.ts";
import type { Journey } from "./reach.ts";
import type { Stage } from "./stage-rules.ts";

/** What to do next with a contact, and why. */
export interface NextAction {
  /** An imperative sentence without its full stop. */
  action: string;
  reason: string;
  /** The messages it rests on. */
  messageIds: string[];
  /** What called for it. */
  basis: "signal" | "waiting" | "peers" | "stage" | "outcome";
}

export interface NextActionQuery {
  stages: readonly Stage[];
  journey: Journey;
  /** By time; those counted. */
  events: readonly JourneyEvent[];
  outcome: Outcome | null;
  signals: readonly Signal[];
  opportunities: readonly JourneyOpportunity[];
  timeZone: string;
}

/** Objections count as open while nobody has written since, whoever speaks next. */
const urgency: readonly SignalKind[] = [
  "unanswered_question",
  "promise_due",
  "objection",
  "repeated_ask",
  "negative_turn",
];

/**
 * Chooses one action: what the contact waits for comes first, then what won peers had by now, then the next stage. Nothing is left to
 * win on a lead that has ended.
 */
export function nextAction(query: NextActionQuery): NextAction {
  const { outcome, signals, opportunities, events, timeZone, journey } = query;
  if (outcome) {
    const reason = `The lead is ${outcome.result}.`;
    const action =
      outcome.result === "won" ? "Look after the customer" : "Leave the lead, unless it comes back";
    return { action, reason, messageIds: [], basis: "outcome" };
  }
  const answered = events.findLast(({ direction }) => direction === "OUTBOUND")?.at;
  for (const kind of urgency) {
    const signal = signals.findLast((one) => one.kind === kind);
    // An objection or a turn of tone that we have written after is taken to have been met.
    const isMet =
      kind !== "unanswered_question" && kind !== "promise_due" && answered && signal && signal.at < answered;
    if (signal && !isMet) return onSignal(signal, timeZone);
  }
  const last = events.findLast(({ direction }) => direction !== null);
  if (last?.direction === "INBOUND") {
    const reason = `The contact had the last word, on ${localDay(last.at, timeZone)}.`;
    return { action: "Answer the contact's last message", reason, messageIds: [last.id], basis: "waiting" };
  }
  const [surest] = opportunities;
  if (surest) return { action: surest.action, reason: surest.text, messageIds: [], basis: "peers" };
  return onStage(query.stages, journey);
}

function onSignal({ kind, at, messageIds }: Signal, timeZone: string): NextAction {
  const on = localDay(at, timeZone);
  const told: Partial<Record<SignalKind, [string, string]>> = {
    unanswered_question: [`Answer the question of ${on}`, "It has not been answered."],
    promise_due: [`Keep the promise of ${on}`, "Its day has passed and nothing followed."],
    objection: [`Take up the objection of ${on}`, "Nothing was written to the contact since."],
    repeated_ask: [`Answer fully what was asked again on ${on}`, "The earlier answer did not settle it."],
    negative_turn: [
      `Call about the message of ${on}`,
      "The tone turned negative, and nothing was written to the contact since.",
    ],
  };
  const [action, reason] = told[kind] ?? [`Look at the message of ${on}`, "It may stand in the way."];
  return { action, reason, messageIds, basis: "signal" };
}

function onStage(stages: readonly Stage[], { current }: Journey): NextAction {
  const next = stages[(current?.place ?? -1) + 1];
  if (!current) {
    const reason = "No stage has been reached.";
    return {
      action: `Bring the lead to ${next?.name ?? "a first stage"}`,
      reason,
      messageIds: [],
      basis: "stage",
    };
  }
  const isLast = !next || next === stages.at(-1);
  const action = isLast ? "Ask for the decision" : `Bring the lead to ${next.name}`;
  return {
    action,
    reason: `The furthest stage is ${current.name}.`,
    messageIds: current.interactionIds,
    basis: "stage",
  };
}
