import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";

/** Points of one window that were taken from the shared count and not yet given out. */
interface Lot {
  left: number;
  /** What nobody has taken, as the shared place said when the lot was taken. */
  remaining: number;
  /** When its window ends, ms of `performance.now()`. */
  until: number;
  /** Nothing is left after it until then. */
  isLast: boolean;
}

/** Counts one request. Resolves with what is left, rejects with a RateLimiterRes when nothing is, as `consume` does. */
export type TakeOne = (key: string) => Promise<RateLimiterRes>;

/** A two-hundredth of the limit at once, so that small limits are counted one by one; never so much that other processes miss it. */
const lotOf = (points: number) => Math.max(1, Math.min(50, Math.floor(points / 200)));

/**
 * Counts against a shared limiter in lots, so that most requests are counted in memory. Never lets more through than the limit;
 * at most one lot a process may stay unused when a window ends. What a key's last lot would take beyond the limit is given out
 * up to it.
 */
export function takeInLots(limiter: RateLimiterAbstract): TakeOne {
  const size = lotOf(limiter.points);
  if (size === 1) return (key) => limiter.consume(key);
  const lots = new Map<string, Lot>();
  const arriving = new Map<string, Promise<void>>();
  const fetchLot = (key: string): Promise<void> => {
    const fetching =
      arriving.get(key) ??
      takeLot(limiter, key, size)
        .then((lot) => void lots.set(key, lot))
        .finally(() => arriving.delete(key));
    arriving.set(key, fetching);
    return fetching;
  };
  return async (key) => {
    for (;;) {
      const lot = lots.get(key);
      const now = performance.now();
      if (lot && now < lot.until) {
        const { remaining, until, isLast } = lot;
        if (lot.left > 0)
          return told({ points: limiter.points, left: remaining + --lot.left, ms: until - now });
        // Whoever goes on asking costs the shared place nothing.
        if (isLast) throw told({ points: limiter.points, left: 0, ms: until - now });
      }
      forgetEnded(lots, now);
      // All who wait share the lot that arrives, and look again.
      await fetchLot(key);
    }
  };
}

function told({ points, left, ms }: { points: number; left: number; ms: number }): RateLimiterRes {
  return new RateLimiterRes(left, ms, points - left);
}

async function takeLot(limiter: RateLimiterAbstract, key: string, size: number): Promise<Lot> {
  try {
    const taken = await limiter.consume(key, size);
    const until = performance.now() + taken.msBeforeNext;
    return { left: size, remaining: taken.remainingPoints, until, isLast: false };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const left = Math.max(0, limiter.points - (refused.consumedPoints - size));
    return { left, remaining: 0, until: performance.now() + refused.msBeforeNext, isLast: true };
  }
}

const mostKept = 10_000;

function forgetEnded(lots: Map<string, Lot>, now: number): void {
  if (lots.size < mostKept) return;
  for (const [key, { until }] of lots) if (until <= now) lots.delete(key);
}
