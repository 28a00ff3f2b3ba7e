import { seededRandom } from "#knowledge/scoring/evaluate/seeded-random.ts";
import { trainPrior } from "#knowledge/scoring/training/train-prior.ts";
import { moment } from "../../lead-of.ts";
import type { ScoredTable } from "./scored-table.ts";

/** Scores of 400 made-up test rows that are calibrated by construction, for tests of what is reported of them. */
export function scoredForTests(): ScoredTable {
  const random = seededRandom(3);
  const probabilities = Float64Array.from({ length: 400 }, () => 0.05 + 0.6 * random() ** 2);
  return {
    way: "in memory",
    probabilities,
    labels: Uint8Array.from(probabilities, (p) => (random() < p ? 1 : 0)),
    bands: Array.from(probabilities, (p) => (p > 0.5 ? "A" : p > 0.3 ? "B" : p > 0.1 ? "C" : "D")),
    report: trainPrior([], { trainedAt: moment }).report,
    scored: 400,
    seconds: { importing: null, training: 1, scoring: 0.5 },
    factorGap: 1e-15,
  };
}
