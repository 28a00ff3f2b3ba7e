import type { LeadModel } from "../lead-model.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { type Action, possibleActions } from "./actions.ts";
import { fieldChanges } from "./field-changes.ts";
import { type Gain, gainOf } from "./gain.ts";

/** Something to do about a lead, and what the model expects of it. */
export interface Improvement extends Pick<Action, "field" | "from" | "to" | "reason"> {
  /** By how much the score would rise, in points of 100, with the 90 % interval of the difference. */
  gainPoints: number;
  gainLow: number;
  gainHigh: number;
}

export interface ImprovementOptions {
  /** True when a meeting with the lead stands in the calendar already. */
  meetingPlanned?: boolean;
}

const most = 5;
/** Less than this is not worth a salesperson's time, nor distinguishable from nothing. */
const leastGain = 0.05;
/** Of half the interval: a smaller gain is a loss in two cases of five. */
const leastCertainty = 0.15;

/**
 * What would raise a lead's score, the best first, at most five: the model scores the lead as it would look after each
 * action, or with another value in a field that people change. It has seen which leads were won, not why: a gain is an
 * association, and no promise. Nothing of a model that cannot tell leads apart.
 */
export function improvements(
  model: LeadModel,
  snapshot: LeadSnapshot,
  { meetingPlanned = false }: ImprovementOptions = {},
): Improvement[] {
  if (model.scorer.sources.length === 0) return [];
  const now = model.features(snapshot);
  const actions = [...possibleActions(model, snapshot, meetingPlanned), ...fieldChanges(model, snapshot)];
  const found = actions.map((action) => ({ action, gain: gainOf(model, now, action.after) }));
  const worthwhile = found
    .filter(({ gain }) => isWorthwhile(gain))
    .sort((a, b) => b.gain.points - a.gain.points || (a.action.reason < b.action.reason ? -1 : 1));
  // The best action on each measure: three channels to try at once are no advice.
  const fields = worthwhile.map(({ action }) => action.field);
  return worthwhile
    .filter(({ action }, i) => fields.indexOf(action.field) === i)
    .slice(0, most)
    .map(toImprovement);
}

function isWorthwhile({ points, low }: Gain): boolean {
  return points >= leastGain && points >= leastCertainty * (points - low);
}

function toImprovement({ action, gain }: { action: Action; gain: Gain }): Improvement {
  const { field, from, to, reason } = action;
  return { field, from, to, reason, gainPoints: gain.points, gainLow: gain.low, gainHigh: gain.high };
}
