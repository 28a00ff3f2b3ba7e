import { identity } from "../certainty/calibration.ts";
import { noWidening } from "../certainty/interval.ts";
import { pickExemplars } from "../explain/exemplars.ts";
import { factorName } from "../explain/factors.ts";
import { extractFeatures } from "../features/extract-features.ts";
import { logit, sigmoid } from "../models/moments.ts";
import { priorBaseRate, priorModel } from "../models/prior.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import type { TrainedLeadModel, TrainingOptions } from "./trained-lead-model.ts";

/** Log-odds above the base at which the prior's bands begin. */
const bandSteps = { a: 1, b: 0.5, c: -0.25 };

/** The scorer for a workspace with too few outcomes, or none: the documented prior around a shrunken base rate. */
export function trainPrior(leads: readonly LabelledLead[], options: TrainingOptions): TrainedLeadModel {
  const won = leads.filter((lead) => lead.result === "won").length;
  const labels = { won, lost: leads.length - won };
  const baseRate = priorBaseRate(labels.won, labels.lost);
  const model = priorModel(baseRate);
  const at = (step: number) => sigmoid(logit(baseRate) + step);
  const bands = { a: at(bandSteps.a), b: at(bandSteps.b), c: at(bandSteps.c) };
  const candidates = leads.map((lead) => ({
    contactId: lead.snapshot.contactId,
    result: lead.result,
    contributions: model.predict(extractFeatures(lead.snapshot)).contributions,
  }));
  const seed = options.seed ?? 0;
  options.onProgress?.(1);
  return {
    outOfFold: null,
    artifact: {
      format: 1,
      kind: model.kind,
      parameters: model.serialise(),
      calibration: identity,
      bands,
      labels,
      baseRate,
      widening: noWidening,
      importance: model.sources.map(() => 1),
      exemplars: pickExemplars(candidates, seed),
      ...(options.changeable ? { changeable: [...options.changeable] } : {}),
    },
    report: {
      kind: model.kind,
      reason: `${labels.won} won and ${labels.lost} lost leads are known; training needs 20 of each.`,
      trainedAt: options.trainedAt.toISOString(),
      seed,
      rows: leads.length,
      copies: 0,
      ...labels,
      baseRate: leads.length === 0 ? null : won / leads.length,
      grade: null,
      signal: null,
      models: [],
      checks: [],
      columns: {
        used: model.sources.map((source) => ({ name: factorName(source), kind: "number", importance: 0 })),
        dropped: [],
      },
      holdOut: null,
      crossValidated: null,
      calibrationQuality: null,
      calibration: { kind: "identity", a: 1, b: 1, c: 0 },
      bands,
    },
  };
}
