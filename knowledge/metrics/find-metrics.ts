import { AppError } from "#core/errors.ts";
import type { Metric } from "./metric.ts";
import { nearestName } from "./nearest-name.ts";
import { metrics } from "./registry.ts";

/**
 * The metrics with these ids, each once and in the order of the registry.
 * @throws AppError VALIDATION_FAILED for an id that there is not, with the ones that there are.
 */
export function findMetrics(ids: readonly string[]): Metric[] {
  const known = metrics.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const near = nearestName(id, known);
    throw new AppError(
      "VALIDATION_FAILED",
      `There is no metric ${JSON.stringify(id.slice(0, 80))}.${near ? ` Did you mean ${near}?` : ""} Metrics: ${known.join(", ")}.`,
    );
  }
  return metrics.filter(({ id }) => ids.includes(id));
}
