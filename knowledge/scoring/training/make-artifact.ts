import type { LeadModelArtifact } from "../artifact.ts";
import { describePopulation } from "./describe-population.ts";
import type { Population } from "./judge-on-newest.ts";
import type { JudgedModel } from "./learn-and-judge.ts";
import type { TrainingOptions } from "./trained-lead-model.ts";

/** All that is kept of a judged model: what scoring, comparing, suggesting and watching need. */
export function makeArtifact(
  { leads, table }: Population,
  { model, calibration, bands, widening }: JudgedModel,
  { seed = 0, changeable }: TrainingOptions,
): LeadModelArtifact {
  const won = table.labels.reduce((sum, y) => sum + y, 0);
  const labels = { won, lost: leads.length - won };
  const { importance, exemplars } = describePopulation(model, { leads, rows: table.rows, seed });
  return {
    format: 1,
    kind: model.kind,
    parameters: model.serialise(),
    calibration,
    bands,
    labels,
    baseRate: won / leads.length,
    widening,
    importance,
    exemplars,
    ...(changeable ? { changeable: [...changeable] } : {}),
  };
}
