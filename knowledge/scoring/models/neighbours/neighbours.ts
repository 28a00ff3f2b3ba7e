import { z } from "zod";
import type { FeatureRow } from "../../features/feature.ts";
import { logit } from "../moments.ts";
import { packSingles, unpackSingles } from "../packed-floats.ts";
import type { Prediction, ScoringModel } from "../scoring-model.ts";
import { cloudOf, nearest, wonAmong } from "./nearest.ts";

/** The one source of the neighbours' score. */
export const similarLeads = "similar past leads";

/** Past leads to compare with, and how to judge by them. */
export interface NeighbourParameters {
  /** Past leads that are asked about each lead. */
  neighbours: number;
  /** Leads won at the base rate that are added to those, so that few of them cannot make a chance of 0 or 1. */
  shrinkage: number;
  /** Share won, within 0–1. */
  baseRate: number;
  /** 1 won, 0 lost, by past lead. */
  labels: Uint8Array;
  /** Past leads × sources of the metric: the contributions that it gives them. */
  vectors: Float32Array;
}

/** A scorer by the outcomes of the most similar past leads. */
export interface NeighboursModel extends ScoringModel {
  /** How many of the most similar past leads were won. */
  neighboursOf(row: FeatureRow): { won: number; of: number };
}

const serialised = z.object({
  neighbours: z.number().int().positive(),
  shrinkage: z.number().positive(),
  baseRate: z.number().gt(0).lt(1),
  /** "w" or "l" by past lead. */
  results: z.string(),
  vectors: z.string(),
});

/**
 * The chance by the k nearest past leads: (won among them + m × base rate) / (k + m), an m-estimate (Cestnik, ECAI 1990).
 * @param metric the regression whose contributions are compared: leads are alike if they are alike in what counts.
 */
export function neighbours(parameters: NeighbourParameters, metric: ScoringModel): NeighboursModel {
  const { baseRate, shrinkage, labels, vectors } = parameters;
  const cloud = cloudOf(vectors, metric.sources.length, labels);
  const baseLogOdds = logit(baseRate);
  const neighboursOf = (row: FeatureRow) => {
    const lead = { values: metric.predict(row).contributions, from: 0 };
    const found = nearest(cloud, lead, parameters.neighbours);
    return { won: wonAmong(cloud, found), of: found.places.length };
  };
  return {
    kind: "neighbours",
    sources: [similarLeads],
    baseLogOdds,
    neighboursOf,
    predict: (row) => judge(neighboursOf(row), parameters, baseLogOdds),
    speak: (source, row) => {
      if (source !== similarLeads) return undefined;
      const { won, of } = neighboursOf(row);
      return `${won} of ${of} won`;
    },
    serialise: () => ({
      neighbours: parameters.neighbours,
      shrinkage,
      baseRate,
      results: Array.from(labels, (y) => (y === 1 ? "w" : "l")).join(""),
      vectors: packSingles(vectors),
    }),
  };
}

/**
 * Reads what `serialise` wrote.
 * @param metric the same regression as when it was written; it is not stored twice.
 * @throws ZodError when it is something else; RangeError when the metric is another.
 */
export function loadNeighbours(json: unknown, metric: ScoringModel): NeighboursModel {
  const { results, vectors, ...numbers } = serialised.parse(json);
  const labels = Uint8Array.from(results, (result) => (result === "w" ? 1 : 0));
  const points = unpackSingles(vectors);
  if (points.length !== labels.length * metric.sources.length) {
    throw new RangeError("the neighbours were measured by another regression");
  }
  return neighbours({ ...numbers, labels, vectors: points }, metric);
}

/** Log-odds of the m-estimate. */
export function shrunkLogOdds(
  { won, of }: { won: number; of: number },
  { shrinkage, baseRate }: { shrinkage: number; baseRate: number },
): number {
  return Math.log((won + shrinkage * baseRate) / (of - won + shrinkage * (1 - baseRate)));
}

function judge(
  found: { won: number; of: number },
  parameters: NeighbourParameters,
  baseLogOdds: number,
): Prediction {
  const logOdds = shrunkLogOdds(found, parameters);
  const p = 1 / (1 + Math.exp(-logOdds));
  return {
    logOdds,
    // Of a share of so many leads, on the scale of log-odds.
    variance: 1 / ((found.of + parameters.shrinkage) * p * (1 - p)),
    contributions: Float64Array.of(logOdds - baseLogOdds),
    known: Uint8Array.of(1),
  };
}
