import type { LeadModelArtifact } from "../artifact.ts";
import type { ChangeableField } from "../explain/changeable-fields.ts";
import type { FieldHistory } from "../honesty/field-history.ts";
import type { TrainingReport } from "./report.ts";

/** What training may be told. */
export interface TrainingOptions {
  /** Same leads and seed, same model. */
  seed?: number;
  trainedAt: Date;
  /** When fields came to be filled, which tells leaks that the leads' snapshots cannot. */
  history?: FieldHistory;
  /** Fields that the user vouches for: kept even if they look like leaks. */
  keep?: readonly string[];
  /** Fields that people change while a lead is worked on, for suggestions. */
  changeable?: readonly ChangeableField[];
  /** Told how far it is, 0–1. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** A model as training makes it: to be stored, and to be read. */
export interface TrainedLeadModel {
  artifact: LeadModelArtifact;
  report: TrainingReport;
  /** Chance of each lead by models that had not seen it, in the order of the leads given; null where nothing was learned. */
  outOfFold: Float64Array | null;
}
