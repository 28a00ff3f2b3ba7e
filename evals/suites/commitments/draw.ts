import { hash } from "node:crypto";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";

/** Draws that a word alone decides. */
export interface Draw {
  pick<T>(from: readonly T[]): T;
  /** Another one than that. */
  other<T>(from: readonly T[], than: T): T;
  /** low ≤ whole number ≤ high. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
}

export function drawFrom(word: string): Draw {
  const random = seededRandom(Number.parseInt(hash("sha256", word, "hex").slice(0, 8), 16));
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) throw new RangeError("nothing to draw from");
    return chosen;
  };
  return {
    pick,
    other: (from, than) => pick(from.filter((one) => one !== than)),
    whole: (low, high) => low + Math.floor(random() * (high - low + 1)),
    chance: (share) => random() < share,
  };
}
