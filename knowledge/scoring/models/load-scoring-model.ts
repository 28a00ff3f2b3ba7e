import { AppError } from "#core/errors.ts";
import { loadBaseRate } from "./base-rate.ts";
import { loadLogisticRegression } from "./logistic-regression.ts";
import { loadNeighbours } from "./neighbours/neighbours.ts";
import { loadPrior } from "./prior.ts";
import type { ScoringModel } from "./scoring-model.ts";
import { loadStack } from "./stack.ts";
import { loadBoostedTrees } from "./trees/boosted-trees.ts";

const loaders: Record<string, (json: unknown) => ScoringModel> = {
  "base-rate": loadBaseRate,
  "boosted-trees": loadBoostedTrees,
  "logistic-regression": loadLogisticRegression,
  prior: loadPrior,
  stack: (json) => loadStack(json, loadPart),
};

/**
 * Makes a stored model usable again.
 * @throws AppError NOT_READY when this version of Rapport cannot read it.
 */
export function loadScoringModel(stored: { kind: string; parameters: unknown }): ScoringModel {
  const load = loaders[stored.kind];
  if (load === undefined) throw unreadable(`its kind, ${stored.kind}, is unknown`);
  try {
    return load(stored.parameters);
  } catch (cause) {
    throw unreadable("it is damaged or from another version", cause);
  }
}

/** Neighbours measure with the regression that stands before them in their stack. */
function loadPart(
  stored: { kind: string; parameters: unknown },
  earlier: readonly ScoringModel[],
): ScoringModel {
  if (stored.kind !== "neighbours") return loadScoringModel(stored);
  const metric = earlier.find(({ kind }) => kind === "logistic-regression");
  if (metric === undefined) throw unreadable("its neighbours have nothing to measure with");
  return loadNeighbours(stored.parameters, metric);
}

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError("NOT_READY", `The stored scoring model cannot be read: ${why}. Train again.`, {
    cause,
  });
}
