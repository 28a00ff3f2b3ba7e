import type { Model } from "./model.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import { smoothing } from "./smoothing.ts";
import { theta } from "./theta.ts";

/** What is tried, the reference first. */
export const candidates: readonly Model[] = [
  seasonalNaive,
  smoothing("exponential smoothing", { season: "none", trend: false }),
  smoothing("damped Holt", { season: "none", trend: true }),
  smoothing("seasonal exponential smoothing", { season: "additive", trend: false }),
  smoothing("Holt–Winters, additive", { season: "additive", trend: true }),
  smoothing("Holt–Winters, multiplicative", { season: "multiplicative", trend: true }),
  theta,
];
