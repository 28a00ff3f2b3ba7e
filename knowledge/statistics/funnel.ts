import { type ShareInterval, wilsonInterval } from "../scoring/evaluate/wilson.ts";

/** How many reached a step. */
export interface FunnelStep {
  name: string;
  n: number;
}

/** A share with its 90 % interval. */
export interface Share extends ShareInterval {
  share: number;
}

/** A step of a funnel with its conversion. */
export interface FunnelShare extends FunnelStep {
  /** Of those of the step before; null at the first step and after a step that nobody reached. */
  ofPrevious: Share | null;
  /** Of those of the first step; null when nobody reached that. */
  ofFirst: Share | null;
}

/**
 * Conversion from step to step, with Wilson's intervals. A later step that more reached than an earlier one (by skipping
 * it) has a share of 1: hand in those who also reached the steps before where that matters.
 */
export function funnel(steps: readonly FunnelStep[]): FunnelShare[] {
  return steps.map((step, i) => {
    const previous = steps[i - 1];
    return {
      ...step,
      ofPrevious: previous ? shareOf(step.n, previous.n) : null,
      ofFirst: shareOf(step.n, steps[0]?.n ?? 0),
    };
  });
}

/** A share with Wilson's 90 % interval; null of nothing. */
export function shareOf(hits: number, n: number): Share | null {
  if (!(n > 0) || !(hits >= 0)) return null;
  const within = Math.min(hits, n);
  return { share: within / n, ...wilsonInterval(within, n, 1.6448536) };
}
