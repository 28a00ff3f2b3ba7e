import { auc } from "../evaluate/auc.ts";
import type { FeatureRow } from "../features/feature.ts";
import type { Pause, TrainingTable } from "../models/learner.ts";
import { learnLogistic } from "../models/train-logistic.ts";
import { meanLogLoss } from "./choose-stack.ts";

/** What a model loses without a field: AUC, and log loss in nats; positive where it is worse off. */
export interface Cost {
  auc: number;
  logLoss: number;
}

/** Leads on which it is measured: more would change the second digit. */
const most = 6_000;

/** Measures by cross-validated regressions what leaving each source out costs. */
export async function costsOfLeavingOut(
  table: TrainingTable,
  sources: readonly string[],
  pause: Pause,
): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  if (sources.length === 0) return costs;
  const sampled = sampledRows(table);
  const whole = await judged(sampled, pause);
  for (const source of sources) {
    const without = await judged({ ...sampled, rows: withoutSources(sampled.rows, [source]) }, pause);
    costs.set(source, { auc: whole.auc - without.auc, logLoss: without.logLoss - whole.logLoss });
  }
  return costs;
}

/** The rows without some of their features. */
export function withoutSources(rows: readonly FeatureRow[], sources: readonly string[]): FeatureRow[] {
  const out = new Set(sources);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !out.has(name))));
}

async function judged(table: TrainingTable, pause: Pause) {
  const { outOfFold } = await learnLogistic(table, pause);
  return {
    auc: auc({ scores: outOfFold, labels: table.labels }),
    logLoss: meanLogLoss(outOfFold, table.labels),
  };
}

/** Evenly spaced over a table whose order has nothing to do with outcomes. */
function sampledRows({ rows, labels, fold }: TrainingTable): TrainingTable {
  if (rows.length <= most) return { rows, labels, fold };
  const step = rows.length / most;
  const places = Array.from({ length: most }, (_, i) => Math.floor(i * step));
  return {
    rows: places.map((place) => rows[place] ?? {}),
    labels: Uint8Array.from(places, (place) => labels[place] as number),
    fold: Uint8Array.from(places, (place) => fold[place] as number),
  };
}
