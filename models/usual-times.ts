/** How many calls of a kind must have been answered before their times say anything, and how many are remembered. */
const enough = 5;
const remembered = 20;
/** Times the slowest of them, and milliseconds that are waited in any case. */
const factor = 3;
const atLeastMs = 1_000;

/** Remembers how long a model's answers took, by kind of question. */
export function usualTimes() {
  const byKind = new Map<string, number[]>();
  return {
    took: (kind: string, ms: number) => {
      byKind.set(kind, [...(byKind.get(kind) ?? []), ms].slice(-remembered));
    },
    /** Milliseconds beyond which something is probably wrong; infinite while too little is known. */
    longestFor: (kind: string): number => {
      const times = byKind.get(kind) ?? [];
      if (times.length < enough) return Infinity;
      return Math.max(atLeastMs, factor * Math.max(...times));
    },
  };
}
