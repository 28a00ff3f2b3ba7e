import { logit } from "../models/moments.ts";

/** Nobody is that sure: a vote of 0 or 100 counts as this. */
const voteBound = 0.02;

/** A vote's log-odds, as if it were at least 2 % and at most 98 %. */
export function boundedLogOdds(probability: number): number {
  return logit(Math.min(1 - voteBound, Math.max(voteBound, probability)));
}
