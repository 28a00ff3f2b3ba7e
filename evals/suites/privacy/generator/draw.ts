import { createHash } from "node:crypto";
import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";

/** Chance, and what is drawn by it. */
export interface Draw {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  of<T>(choices: readonly T[]): T;
  /** Fills a pattern: # is a digit, N or ~ one of 2–9, A a capital letter; all else stands for itself. */
  fill(pattern: string): string;
}

/** Chance that a word decides. */
export function drawFrom(word: string): Draw {
  const next = seededRandom(createHash("sha256").update(word).digest().readUInt32BE());
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const digit: Record<string, () => string> = {
    "#": () => String(int(0, 9)),
    N: () => String(int(2, 9)),
    "~": () => String(int(2, 9)),
    A: () => String.fromCharCode(65 + int(0, 25)),
  };
  return {
    next,
    chance: (probability) => next() < probability,
    int,
    of: (choices) => {
      const choice = choices[int(0, choices.length - 1)];
      if (choice === undefined) throw new RangeError("nothing to choose from");
      return choice;
    },
    fill: (pattern) => pattern.replace(/[#~NA]/g, (sign) => digit[sign]?.() ?? sign),
  };
}
