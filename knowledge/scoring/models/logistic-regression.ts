import { z } from "zod";
import { columnEncoding } from "../encode/column.ts";
import { featureEncoders } from "../encode/encode-rows.ts";
import { push, type RowSink, rowSink } from "../encode/sparse-rows.ts";
import type { FeatureRow } from "../features/feature.ts";
import { type Guided, guidedBy, type ScorecardMeans } from "./guided-regression.ts";
import { packDoubles, unpackDoubles } from "./packed-floats.ts";
import type { Prediction, ScoringModel } from "./scoring-model.ts";

/** A fitted ridge logistic regression. */
export interface LogisticParameters {
  columns: readonly z.infer<typeof columnEncoding>[];
  /** By column of the design matrix; the intercept first, the scorecard's sum last where there is one. */
  beta: Float64Array;
  /** Mean of each column over the training rows. */
  means: Float64Array;
  /** Lower half of (XᵀWX + λI)⁻¹, packed by rows. */
  covariance: Float64Array;
  scorecard?: ScorecardMeans | undefined;
}

const serialised = z.object({
  columns: z.array(columnEncoding),
  beta: z.string(),
  means: z.string(),
  covariance: z.string(),
  /** Absent where there is no engagement to go by. */
  scorecard: z.object({ sources: z.array(z.string()), means: z.array(z.number()) }).optional(),
});

/** The model of fitted parameters. */
export function logisticRegression(parameters: LogisticParameters): ScoringModel {
  const { columns, beta, means, scorecard } = parameters;
  const centres = columns.map((c) => dot(beta, means, c.offset, c.offset + c.width));
  const guided = scorecard && guidedBy(columns, beta[beta.length - 1] as number, scorecard);
  const baseLogOdds = (beta[0] as number) + centres.reduce((sum, c) => sum + c, 0) + (guided?.base ?? 0);
  const sink = rowSink(256);
  const predict = predictor(parameters, centres, { baseLogOdds, guided, sink });
  return {
    kind: "logistic-regression",
    sources: columns.map((c) => c.source),
    baseLogOdds,
    predict,
    differenceVariance: (from, to) => {
      const gap = new Float64Array(beta.length);
      predict(from);
      addTo(gap, sink, -1);
      predict(to);
      addTo(gap, sink, 1);
      return varianceOf(entriesOf(gap), parameters.covariance);
    },
    serialise: () => ({
      columns,
      beta: packDoubles(beta),
      means: packDoubles(means),
      covariance: packDoubles(parameters.covariance),
      ...(scorecard && { scorecard: { sources: scorecard.sources, means: [...scorecard.means] } }),
    }),
  };
}

/** Reads what `serialise` wrote. @throws ZodError when it is something else. */
export function loadLogisticRegression(json: unknown): ScoringModel {
  const { columns, beta, means, covariance, scorecard } = serialised.parse(json);
  return logisticRegression({
    columns,
    beta: unpackDoubles(beta),
    means: unpackDoubles(means),
    covariance: unpackDoubles(covariance),
    scorecard: scorecard && { sources: scorecard.sources, means: Float64Array.from(scorecard.means) },
  });
}

function predictor(
  { columns, beta, means, covariance }: LogisticParameters,
  centres: readonly number[],
  { baseLogOdds, guided, sink }: { baseLogOdds: number; guided: Guided | undefined; sink: RowSink },
): (row: FeatureRow) => Prediction {
  const encoders = featureEncoders(columns);
  return (row) => {
    const contributions = new Float64Array(columns.length);
    const known = new Uint8Array(columns.length);
    let logOdds = baseLogOdds;
    sink.size = 0;
    push(sink, 0, 1);
    for (let s = 0; s < columns.length; s++) {
      const column = columns[s];
      const encoder = encoders[s];
      if (!column || !encoder) continue;
      const start = sink.size;
      const met = encoder.encode(row, sink);
      if (met === "known") known[s] = 1;
      else if (sink.size === start) {
        // Nothing learned about this: stands as an average lead would, and contributes nothing.
        for (let j = column.offset; j < column.offset + column.width; j++) push(sink, j, means[j] as number);
        continue;
      }
      let sum = 0;
      for (let e = start; e < sink.size; e++) {
        sum += (sink.values[e] as number) * (beta[sink.indices[e] as number] as number);
      }
      contributions[s] = sum - (centres[s] as number);
      logOdds += contributions[s] as number;
    }
    if (guided) logOdds += guided.add(row, contributions, sink);
    return { logOdds, variance: varianceOf(sink, covariance), contributions, known };
  };
}

function addTo(dense: Float64Array, { indices, values, size }: RowSink, times: number): void {
  for (let e = 0; e < size; e++) {
    const i = indices[e] as number;
    dense[i] = (dense[i] as number) + times * (values[e] as number);
  }
}

/** What is not 0, in ascending order. */
function entriesOf(dense: Float64Array): RowSink {
  const sink = rowSink(64);
  for (let i = 0; i < dense.length; i++) {
    if (dense[i] !== 0) push(sink, i, dense[i] as number);
  }
  return sink;
}

/** xᵀCx over the row's entries only. */
function varianceOf(
  { indices, values, size }: { indices: Int32Array; values: Float64Array; size: number },
  covariance: Float64Array,
): number {
  let sum = 0;
  for (let e = 0; e < size; e++) {
    const i = indices[e] as number;
    const row = (i * (i + 1)) / 2;
    let inner = 0;
    for (let f = 0; f < e; f++)
      inner += (values[f] as number) * (covariance[row + (indices[f] as number)] as number);
    const x = values[e] as number;
    sum += x * (2 * inner + x * (covariance[row + i] as number));
  }
  return Math.max(0, sum);
}

function dot(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let j = from; j < to; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}
