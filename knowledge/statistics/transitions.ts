import { type Share, shareOf } from "./funnel.ts";

/** How often one state follows another. */
export interface Transition extends Share {
  from: string;
  to: string;
  n: number;
}

/**
 * Which states follow which: of all steps out of a state, the share into each other one, with Wilson's 90 % interval; the
 * most frequent first. Order tells no cause: what comes next is associated with what came before.
 */
export function transitions(paths: readonly (readonly string[])[]): Transition[] {
  const counts = new Map<string, Map<string, number>>();
  for (const path of paths) {
    for (const [i, to] of path.entries()) {
      const from = path[i - 1];
      if (from === undefined) continue;
      const after = counts.get(from) ?? new Map<string, number>();
      counts.set(from, after.set(to, (after.get(to) ?? 0) + 1));
    }
  }
  return [...counts]
    .flatMap(([from, after]) => {
      const all = [...after.values()].reduce((sum, n) => sum + n, 0);
      return [...after].map(([to, n]) => ({ from, to, n, ...(shareOf(n, all) as Share) }));
    })
    .sort((a, b) => b.n - a.n || compare(a.from, b.from) || compare(a.to, b.to));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
