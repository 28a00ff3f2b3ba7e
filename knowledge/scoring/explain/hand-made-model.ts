import { type Calibration, identity } from "../certainty/calibration.ts";
import { noWidening } from "../certainty/interval.ts";
import { extractFeatures } from "../features/extract-features.ts";
import { type FeatureValue, fieldOfFeature } from "../features/feature.ts";
import type { LeadModel } from "../lead-model.ts";
import { sigmoid } from "../models/moments.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import type { ChangeableField } from "./changeable-fields.ts";

/** What a made-up model adds in log-odds for a known value of a source. */
export type Rules = Readonly<Record<string, (value: NonNullable<FeatureValue>) => number>>;

export interface HandMade {
  rules: Rules;
  baseLogOdds?: number;
  /** Of each prediction. */
  variance?: number;
  calibration?: Calibration;
  changeable?: ChangeableField[];
  differenceVariance?: ScoringModel["differenceVariance"];
  speak?: ScoringModel["speak"];
}

/** A model for tests that does as its rules say and needs no training. */
export function handMadeModel(given: HandMade): LeadModel {
  const { rules, baseLogOdds = -1, variance = 0.04, calibration = identity } = given;
  const sources = Object.keys(rules);
  const scorer: ScoringModel = {
    kind: "hand-made",
    sources,
    baseLogOdds,
    predict: (row) => {
      const values = sources.map((source) => row[source] ?? null);
      const contributions = Float64Array.from(sources, (source, s) => {
        const value = values[s] ?? null;
        return value === null ? 0 : (rules[source]?.(value) ?? 0);
      });
      const logOdds = contributions.reduce((sum, part) => sum + part, baseLogOdds);
      const known = Uint8Array.from(values, (value) => (value === null ? 0 : 1));
      return { logOdds, variance, contributions, known };
    },
    differenceVariance: given.differenceVariance,
    speak: given.speak,
    serialise: () => ({}),
  };
  const engagement = new Set(sources.filter((source) => fieldOfFeature(source) === undefined));
  return {
    scorer,
    artifact: {
      format: 1,
      kind: "hand-made",
      parameters: {},
      calibration,
      bands: { a: null, b: null, c: null },
      labels: { won: 100, lost: 300 },
      baseRate: sigmoid(baseLogOdds),
      widening: noWidening,
      importance: sources.map(() => 1),
      exemplars: { contactIds: [], results: "", vectors: "" },
      changeable: given.changeable,
    },
    exemplars: () => ({ contactIds: [], results: [], vectors: new Float32Array(0) }),
    features: (snapshot) => extractFeatures(snapshot, engagement),
  };
}
