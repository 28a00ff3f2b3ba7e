import { AppError } from "#core/errors.ts";
import { loadLogisticRegression } from "./logistic-regression.ts";
import { loadPrior } from "./prior.ts";
import type { ScoringModel } from "./scoring-model.ts";

const loaders: Record<string, (json: unknown) => ScoringModel> = {
  "logistic-regression": loadLogisticRegression,
  prior: loadPrior,
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

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError("NOT_READY", `The stored scoring model cannot be read: ${why}. Train again.`, {
    cause,
  });
}
