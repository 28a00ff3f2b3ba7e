import type { FeatureRow } from "../features/feature.ts";
import type { Pause, TrainingTable } from "../models/learner.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import { stableHash } from "../stable-hash.ts";
import { relearn } from "./learn.ts";
import type { Trial } from "./trial.ts";

/** Leads that each model learns from, and that two models are asked about, at most. */
const most = { learned: 1_000, asked: 150 };
/** Times that the leads are dealt in three: a plain model errs in a few directions only, so that one deal is much luck. */
const deals = 2;
/** Beyond these a ratio of so few models is luck. */
const bounds = { least: 0.4, most: 6 };

/**
 * How far apart models of this table stand against what they say of their own errors: the settings that were chosen are
 * fitted to three parts that share no lead, each two models are asked about leads of the third part, and
 * √(Σ (z₁ − z₂)² / Σ (v₁ + v₂)) is taken, with log-odds z and the models' variances v. Errors of disjoint leads are
 * independent and their variances add up, so 1 means that the formula is right; instability of trees, which it does not know,
 * shows here, and so does a penalty that holds coefficients stiller than it says. The ratio is taken to be that of the model of all
 * leads, whose own variances are smaller. (Disjoint training sets: Dietterich, Neural Computation 10, 1998.)
 * @returns within .4–6; 1 where an outcome has too few leads to be dealt in three.
 */
export async function measureSpread(
  table: TrainingTable,
  trials: readonly Trial[],
  pause: Pause,
): Promise<number> {
  let [apart, foretold] = [0, 0];
  for (let deal = 0; deal < deals; deal++) {
    const parts = thirdsOf(table, deal).map((places) => pick(table, places));
    if (parts.some(({ labels }) => !labels.includes(1) || !labels.includes(0))) return 1;
    const models: ScoringModel[] = [];
    for (const part of parts) models.push(await relearn(part, trials, pause));
    for (const [k, { rows }] of parts.entries()) {
      const [one, other] = models.filter((_, of) => of !== k);
      if (!one || !other) continue;
      for (const row of rows.slice(0, most.asked)) {
        const [a, b] = [one.predict(row, false), other.predict(row, false)];
        apart += (a.logOdds - b.logOdds) ** 2;
        foretold += a.variance + b.variance;
      }
    }
  }
  const ratio = foretold > 0 ? Math.sqrt(apart / foretold) : 1;
  return Math.min(bounds.most, Math.max(bounds.least, ratio));
}

/** Places of leads in three parts, both outcomes dealt by the hash of the place; copies by that of the first. */
function thirdsOf({ labels, copyOf }: TrainingTable, deal: number): number[][] {
  const share = Math.min(1, (3 * most.learned) / labels.length) / 3;
  const hashes = Float64Array.from(labels.keys(), (place) =>
    stableHash(String(copyOf?.[place] ?? place), deal),
  );
  const byHash = (a: number, b: number) => (hashes[a] as number) - (hashes[b] as number) || a - b;
  const sides = [1, 0].map((label) =>
    [...labels.keys()].filter((place) => labels[place] === label).sort(byHash),
  );
  const partOf = (side: readonly number[], k: number) => {
    const count = Math.floor(side.length * share);
    return side.slice(k * count, (k + 1) * count);
  };
  return [0, 1, 2].map((k) => sides.flatMap((side) => partOf(side, k)).sort(byHash));
}

function pick({ rows, labels }: TrainingTable, places: readonly number[]): TrainingTable {
  return {
    rows: places.map((place) => rows[place] as FeatureRow),
    labels: Uint8Array.from(places, (place) => labels[place] as number),
    // Nothing is chosen any more, so no folds are needed.
    fold: new Uint8Array(places.length),
  };
}
