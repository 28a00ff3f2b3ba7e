import type { Learned, Pause, TrainingTable } from "../models/learner.ts";
import { learnNeighbours } from "../models/neighbours/learn-neighbours.ts";
import type { LearnedLogistic } from "../models/train-logistic.ts";
import { chooseStack, meanLogLoss } from "./choose-stack.ts";
import { judging } from "./judging.ts";
import type { Trial } from "./trial.ts";

/** Leads of a large table by which the neighbours are tried first. */
const sample = 4_000;

/**
 * How the neighbours do on some leads of a large table. Asking them about all of its leads takes longer than fitting a
 * regression, and beside models that have seen so many leads they are seldom heard: weight 0 here saves it.
 * @returns undefined where the table is not large.
 */
export async function sampleNeighbours(
  table: TrainingTable,
  { logistic, others }: { logistic: LearnedLogistic; others: readonly Learned[] },
  pause: Pause,
): Promise<Trial | undefined> {
  const step = table.rows.length / sample;
  if (step < 2) return undefined;
  // Evenly spaced over a table whose order has nothing to do with outcomes.
  const places = Int32Array.from({ length: sample }, (_, i) => Math.floor(i * step));
  const part = pick(table, places);
  const { model, outOfFold, settings } = await learnNeighbours(part, among(logistic, places), pause);
  const judge = judging(part);
  const candidates = [
    ...others.map((other) => ({ kind: other.model.kind, outOfFold: pickValues(other.outOfFold, places) })),
    { kind: model.kind, outOfFold },
  ].map((candidate) => ({ ...candidate, outOfFold: judge.pick(candidate.outOfFold) }));
  const weights = chooseStack(candidates, judge.labels, 1 / step);
  const logLoss = meanLogLoss(judge.pick(outOfFold), judge.labels);
  return { kind: model.kind, weight: weights.at(-1) ?? 0, logLoss, settings };
}

/** A regression of the whole table, asked about rows of a part. */
function among(logistic: LearnedLogistic, places: Int32Array): LearnedLogistic {
  const { contributions } = logistic;
  return {
    ...logistic,
    contributions: (rows, withoutFold) =>
      contributions(
        Int32Array.from(rows, (row) => places[row] as number),
        withoutFold,
      ),
  };
}

function pick({ rows, labels, fold, copyOf }: TrainingTable, places: Int32Array): TrainingTable {
  const at = new Map(Array.from(places, (place, i) => [place, i]));
  return {
    rows: Array.from(places, (place) => rows[place] ?? {}),
    labels: Uint8Array.from(places, (place) => labels[place] as number),
    fold: Uint8Array.from(places, (place) => fold[place] as number),
    ...(copyOf && { copyOf: places.map((place, i) => at.get(copyOf[place] as number) ?? i) }),
  };
}

function pickValues(values: Float64Array, places: Int32Array): Float64Array {
  return Float64Array.from(places, (place) => values[place] as number);
}
