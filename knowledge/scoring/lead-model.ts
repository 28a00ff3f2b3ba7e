import { type LeadModelArtifact, parseArtifact } from "./artifact.ts";
import { type Exemplars, loadExemplars } from "./explain/exemplars.ts";
import { extractFeatures } from "./features/extract-features.ts";
import { type FeatureRow, fieldOfFeature } from "./features/feature.ts";
import { loadScoringModel } from "./models/load-scoring-model.ts";
import type { ScoringModel } from "./models/scoring-model.ts";
import type { LeadSnapshot } from "./snapshots/snapshot.ts";

/** A trained scorer, ready to score: the model with its calibration, bands and past leads. */
export interface LeadModel {
  scorer: ScoringModel;
  artifact: LeadModelArtifact;
  exemplars(): Exemplars;
  /** The features that the scorer reads, of one lead. */
  features(snapshot: LeadSnapshot): FeatureRow;
}

/**
 * Makes a stored artifact ready to score. Not for use by two threads at once.
 * @throws AppError NOT_READY when the artifact is from another version.
 */
export function loadLeadModel(json: unknown): LeadModel {
  const artifact = parseArtifact(json);
  const scorer = loadScoringModel(artifact);
  const engagement = new Set(scorer.sources.filter((name) => fieldOfFeature(name) === undefined));
  let exemplars: Exemplars | undefined;
  return {
    scorer,
    artifact,
    exemplars: () => (exemplars ??= loadExemplars(artifact.exemplars)),
    features: (snapshot) => extractFeatures(snapshot, engagement),
  };
}
