import { quantile } from "../scoring/encode/quantile.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";

/** The states of one journey in order, and whether it ended well. */
export interface JourneyPath {
  states: readonly string[];
  converted: boolean;
}

/** What conversions would be lost by the chain's arithmetic if a state led nowhere. */
export interface RemovalEffect {
  state: string;
  /** Paths with it. */
  n: number;
  /** Share of conversions, 0–1. */
  effect: number;
  /** 90 % interval over paths drawn again. */
  low: number;
  high: number;
}

/** A path as numbers of states, with how often it was taken. */
interface Route {
  states: number[];
  converted: boolean;
  times: number;
}

const draws = 200;
/** Bound of the iteration; it ends long before. */
const sweeps = 500;

/**
 * Removal effect of each state: 1 − P(conversion without it) / P(conversion) in the first-order Markov chain of the paths
 * (Anderl, Becker, von Wangenheim & Schumann, International Journal of Research in Marketing 33, 2016), with bootstrap
 * intervals, the same each time; the largest first. An association, not a cause: a state that only those pass who convert
 * anyway has a large effect. Empty without conversions.
 */
export function removalEffect(paths: readonly JourneyPath[]): RemovalEffect[] {
  const names = [...new Set(paths.flatMap(({ states }) => states))].sort();
  const routes = routesOf(paths, names);
  const seen = effectsOf(routes, names.length);
  if (seen === null) return [];
  const random = seededRandom(paths.length);
  const drawn = Array.from({ length: draws }, () =>
    effectsOf(redraw(routes, paths.length, random), names.length),
  );
  return names
    .map((state, i) => {
      const values = drawn.flatMap((effects) => effects?.[i] ?? []).sort((a, b) => a - b);
      const n = paths.filter(({ states }) => states.includes(state)).length;
      const at = (share: number) => (values.length > 0 ? quantile(values, share) : 0);
      return { state, n, effect: seen[i] as number, low: at(0.05), high: at(0.95) };
    })
    .sort((a, b) => b.effect - a.effect || (a.state < b.state ? -1 : 1));
}

function routesOf(paths: readonly JourneyPath[], names: readonly string[]): Route[] {
  const places = new Map(names.map((name, i) => [name, i]));
  const routes = new Map<string, Route>();
  for (const { states, converted } of paths) {
    const numbers = states.map((state) => places.get(state) as number);
    const key = `${numbers.join(" ")} ${converted}`;
    const route = routes.get(key) ?? { states: numbers, converted, times: 0 };
    route.times++;
    routes.set(key, route);
  }
  return [...routes.values()];
}

function redraw(routes: readonly Route[], paths: number, random: () => number): Route[] {
  const owners = routes.flatMap(({ times }, i) => new Array<number>(times).fill(i));
  const drawn = routes.map((route) => ({ ...route, times: 0 }));
  for (let i = 0; i < paths; i++) {
    const route = drawn[owners[Math.floor(random() * paths)] as number];
    if (route) route.times++;
  }
  return drawn;
}

/** By state; null when nothing converts. */
function effectsOf(routes: readonly Route[], count: number): number[] | null {
  const chain = chainOf(routes, count);
  const whole = conversion(chain, -1);
  if (!(whole > 0)) return null;
  return Array.from({ length: count }, (_, state) => {
    const effect = 1 - conversion(chain, state) / whole;
    return Math.min(1, Math.max(0, effect));
  });
}

/** Chances of moving on: row `count` is the start, column `count` the conversion; what a row lacks to 1 is lost. */
function chainOf(routes: readonly Route[], count: number): Float64Array[] {
  const rows = Array.from({ length: count + 1 }, () => new Float64Array(count + 1));
  const totals = new Float64Array(count + 1);
  for (const { states, converted, times } of routes) {
    let from = count;
    for (const to of [...states, converted ? count : -1]) {
      totals[from] = (totals[from] as number) + times;
      const row = rows[from] as Float64Array;
      if (to >= 0) row[to] = (row[to] as number) + times;
      from = to;
    }
  }
  return rows.map((row, i) => row.map((n) => n / ((totals[i] as number) || 1)));
}

/** Chance of converting from the start when one state leads nowhere: Gauss–Seidel, which converges as every path ends. */
function conversion(chain: readonly Float64Array[], removed: number): number {
  const count = chain.length - 1;
  const chance = new Float64Array(count);
  const from = (row: Float64Array) => {
    let sum = row[count] as number;
    for (let to = 0; to < count; to++)
      if (to !== removed) sum += (row[to] as number) * (chance[to] as number);
    return sum;
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = 0;
    for (let state = 0; state < count; state++) {
      if (state === removed) continue;
      const next = from(chain[state] as Float64Array);
      moved = Math.max(moved, Math.abs(next - (chance[state] as number)));
      chance[state] = next;
    }
    if (moved < 1e-12) break;
  }
  return from(chain[count] as Float64Array);
}
