import { hash } from "node:crypto";
import type { BadRow } from "./csv-records.ts";

const bits = 2 ** 27;
const probes = 4;

/**
 * Finds the keys that stand more than once in a stream, in memory that does not grow with it: a Bloom filter of 16 MB
 * names the candidates (false ones under 1 % at ten million keys), and only those are kept.
 */
export function repeatFinder(candidateLimit = 200_000) {
  const filter = new Uint32Array(bits / 32);
  const candidates = new Set<string>();
  return {
    /** Takes a key into account. */
    add(key: string): void {
      let known = true;
      for (const bit of positions(key)) {
        const word = bit >>> 5;
        const mask = 1 << (bit & 31);
        const value = filter[word] ?? 0;
        if ((value & mask) === 0) {
          known = false;
          filter[word] = value | mask;
        }
      }
      if (known && candidates.size < candidateLimit) candidates.add(key);
    },
    /** Keys that were added twice or more, and perhaps a few that were not. Complete unless `overflow`. */
    candidates: candidates as ReadonlySet<string>,
    get overflow(): boolean {
      return candidates.size >= candidateLimit;
    },
  };
}

/**
 * Judges rows by key while a file is read for the second time: "first"; "same" when an earlier row of the key says the
 * same; else a bad row, for one of the two would be lost.
 */
export function repeatJudge(mayRepeat: (key: string) => boolean) {
  const first = new Map<string, { line: number; hash: string }>();
  return ({ key, hash, line }: { key: string; hash: string; line: number }): "first" | "same" | BadRow => {
    if (!mayRepeat(key)) return "first";
    const before = first.get(key);
    if (!before) {
      first.set(key, { line, hash });
      return "first";
    }
    if (before.hash === hash) return "same";
    const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key;
    return {
      line,
      reason: `${shown} stands already in line ${before.line}, with other values. Give each row an id of its own.`,
    };
  };
}

function positions(key: string): number[] {
  const digest = hash("sha1", key, "buffer");
  return Array.from({ length: probes }, (_, i) => digest.readUInt32LE(4 * i) % bits);
}
