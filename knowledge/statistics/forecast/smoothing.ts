import { minimise } from "./minimise.ts";
import type { History, Model } from "./model.ts";
import { firstState, type SmoothingKind, type SmoothingState } from "./smoothing-state.ts";

/** How fast each part follows, 0–1, and what is left of the trend after each bucket. */
interface Weights {
  level: number;
  trend: number;
  season: number;
  damping: number;
}

/**
 * Exponential smoothing: Brown's (none, no trend), damped Holt (Gardner & McKenzie, Management Science 31, 1985) and
 * Holt–Winters' (Winters, Management Science 6, 1960) with seasons added or multiplied. Values that are not known leave
 * the state as it is.
 */
export function smoothing(name: string, kind: SmoothingKind): Model {
  return {
    name,
    fits: (history) => canFollow(history, kind),
    fit: (history) => fitted(history, kind),
    forecasts(history, parameters, { from, horizon }) {
      const weights = weightsOf(parameters, kind);
      const forecasts: Float64Array[] = [];
      const note = (origin: number, state: SmoothingState) => {
        if (origin >= from) forecasts.push(ahead(state, { origin, horizon, kind, damping: weights.damping }));
      };
      follow(history, kind, { weights, note });
      return forecasts;
    },
  };
}

function canFollow({ values, season }: History, kind: SmoothingKind): boolean {
  if (kind.season === "none") return true;
  if (season < 2 || values.length < 2 * season) return false;
  return kind.season === "additive" || values.every((value) => Number.isNaN(value) || value > 0);
}

function fitted(history: History, kind: SmoothingKind): Float64Array {
  const start = [-1, ...(kind.trend ? [-2, 1] : []), ...(kind.season === "none" ? [] : [-2])];
  const cost = (point: Float64Array) => follow(history, kind, { weights: weightsOf(point, kind) });
  return minimise(cost, start);
}

/** Any numbers become weights within their bounds. */
function weightsOf(parameters: Float64Array, kind: SmoothingKind): Weights {
  const share = (x: number) => 1 / (1 + Math.exp(-x));
  const [first = 0, ...others] = parameters;
  const level = share(first);
  const [trend, damping] = kind.trend
    ? [level * share(others[0] ?? 0), 0.8 + 0.18 * share(others[1] ?? 0)]
    : [0, 0];
  const season = kind.season === "none" ? 0 : (1 - level) * share(others.at(-1) ?? 0);
  return { level, trend, season, damping };
}

interface Pass {
  weights: Weights;
  /** Told of the state before each value and after the last. */
  note?: (origin: number, state: SmoothingState) => void;
}

/** Goes through the values; returns the sum of squared errors one step ahead. */
function follow(history: History, kind: SmoothingKind, { weights, note }: Pass): number {
  const { values } = history;
  const { season: turn } = history;
  const state = firstState(history, kind);
  const multiplied = kind.season === "multiplicative";
  const seasonal = kind.season !== "none";
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    note?.(at, state);
    const base = state.level + weights.damping * state.trend;
    const season = seasonal ? (state.seasons[at % turn] as number) : 0;
    const value = values[at] as number;
    let level = base;
    if (!Number.isNaN(value)) {
      const error = value - (multiplied ? base * season : base + season);
      squares += error * error;
      // A season of nearly nothing says nothing of the level.
      const scaled = multiplied ? (season > 0.05 ? error / season : 0) : error;
      level = base + weights.level * scaled;
      if (seasonal) {
        const own = multiplied ? (base > 1e-9 ? error / base : 0) : error;
        state.seasons[at % turn] = season + weights.season * own;
      }
      state.trend = weights.damping * state.trend + weights.trend * scaled;
    } else state.trend *= weights.damping;
    state.level = level;
  }
  note?.(values.length, state);
  return squares;
}

interface Ahead {
  origin: number;
  horizon: number;
  kind: SmoothingKind;
  damping: number;
}

function ahead(state: SmoothingState, { origin, horizon, kind, damping }: Ahead): Float64Array {
  const forecasts = new Float64Array(horizon);
  let level = state.level;
  let trend = state.trend;
  for (let h = 0; h < horizon; h++) {
    trend *= damping;
    level += trend;
    const season =
      state.seasons.length > 0 ? (state.seasons[(origin + h) % state.seasons.length] as number) : 0;
    if (kind.season === "none") forecasts[h] = level;
    else forecasts[h] = kind.season === "additive" ? level + season : level * season;
  }
  return forecasts;
}
