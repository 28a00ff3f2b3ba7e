import { engagementFeature } from "../features/registry.ts";
import type { LeadModel } from "../lead-model.ts";
import { probabilityOf } from "../score.ts";
import type { LeadSnapshot } from "../snapshots/snapshot.ts";
import { possibleActions } from "./actions.ts";
import { describeMeasure } from "./describe-value.ts";
import { factorName } from "./factors.ts";

/** Something to do about a lead, and what the model expects of it. */
export interface Improvement {
  /** The measure that it moves, as factors name it. */
  field: string;
  /** Its value now and afterwards. */
  from: string;
  to: string;
  /** By how much the score would rise, in points of 100. */
  gainPoints: number;
  /** The action, as a sentence. */
  reason: string;
}

const most = 5;
/** Less than this is not worth a salesperson's time, nor distinguishable from nothing. */
const leastGain = 0.05;

/**
 * What would raise a lead's score, the best first, at most five: the model scores the lead as it would look after each
 * action. It has seen which leads were won, not why: the gain is what such leads had in common, and no promise.
 */
export function improvements(model: LeadModel, snapshot: LeadSnapshot): Improvement[] {
  const now = probabilityOf(model, model.features(snapshot));
  const found = possibleActions(model, snapshot).map(({ measure, reason, from, to, after }) => {
    const unit = engagementFeature(measure)?.unit ?? "count";
    return {
      field: factorName(measure),
      from: describeMeasure(from, unit),
      to: describeMeasure(to, unit),
      gainPoints: 100 * (probabilityOf(model, after) - now),
      reason,
    };
  });
  found.sort((a, b) => b.gainPoints - a.gainPoints || (a.reason < b.reason ? -1 : 1));
  const worthwhile = found.filter((improvement) => improvement.gainPoints >= leastGain);
  // The best action on each measure: three channels to try at once are no advice.
  const fields = worthwhile.map(({ field }) => field);
  return worthwhile.filter(({ field }, i) => fields.indexOf(field) === i).slice(0, most);
}
