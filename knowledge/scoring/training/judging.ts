import { withoutCopies } from "../evaluate/find-copies.ts";
import type { TrainingTable } from "../models/learner.ts";

/** The leads of a table by which models are judged. */
export interface Judging {
  labels: Uint8Array;
  /** Of values by row of the table, those of the leads that judge. */
  pick(values: Float64Array): Float64Array;
}

/** Each lead once: a copy adds no evidence, and would make what few leads say look certain. */
export function judging({ labels, copyOf }: TrainingTable): Judging {
  const places = copyOf && withoutCopies(copyOf);
  if (!places || places.length === labels.length) return { labels, pick: (values) => values };
  return {
    labels: Uint8Array.from(places, (place) => labels[place] as number),
    pick: (values) => Float64Array.from(places, (place) => values[place] as number),
  };
}
