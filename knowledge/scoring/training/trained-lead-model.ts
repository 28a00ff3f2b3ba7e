import type { LeadModelArtifact } from "../artifact.ts";
import type { TrainingReport } from "./report.ts";

/** What training may be told. */
export interface TrainingOptions {
  /** Same leads and seed, same model. */
  seed?: number;
  trainedAt: Date;
  /** Told how far it is, 0–1. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** A model as training makes it: to be stored, and to be read. */
export interface TrainedLeadModel {
  artifact: LeadModelArtifact;
  report: TrainingReport;
}
