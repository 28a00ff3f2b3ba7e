import type { DroppedColumn } from "../encode/column.ts";
import type { Learned, Pause, TrainingTable } from "../models/learner.ts";
import { learnNeighbours } from "../models/neighbours/learn-neighbours.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import { stackOf } from "../models/stack.ts";
import { learnLogistic } from "../models/train-logistic.ts";
import { trainTrees } from "../models/trees/train-trees.ts";
import { chooseStack, meanLogLoss, pooled } from "./choose-stack.ts";
import { judging } from "./judging.ts";
import { sampleNeighbours } from "./sample-neighbours.ts";
import type { Trial } from "./trial.ts";

/** The model that all kinds together came to. */
export interface LearnedStack {
  model: ScoringModel;
  /** Out-of-fold log-odds by row of the table, before calibration. */
  outOfFold: Float64Array;
  /** In the order in which they were tried, the plainest first. */
  trials: readonly Trial[];
  /** How each feature is read. */
  kinds: ReadonlyMap<string, string>;
  dropped: readonly DroppedColumn[];
}

/** Lets every kind of model learn from the table, and weighs them by their out-of-fold log loss. */
export async function learn(table: TrainingTable, pause: Pause): Promise<LearnedStack> {
  const logistic = await learnLogistic(table, part(pause, 0, 0.3));
  const trees = await trainTrees(table, part(pause, 0.3, 0.6));
  const sampled = await sampleNeighbours(
    table,
    { logistic, others: [logistic, trees] },
    part(pause, 0.9, 0.03),
  );
  const learned: Learned[] = [logistic, trees];
  if (!sampled || sampled.weight > 0)
    learned.push(await learnNeighbours(table, logistic, part(pause, 0.93, 0.07)));
  const candidates = learned.map(({ model, outOfFold }) => ({ kind: model.kind, outOfFold }));
  const judge = judging(table);
  const weights = chooseStack(
    candidates.map(({ kind, outOfFold }) => ({ kind, outOfFold: judge.pick(outOfFold) })),
    judge.labels,
  );
  return {
    model: stackOf(partsOf(learned, weights)),
    outOfFold: pooled(candidates, weights),
    trials: [
      ...learned.map(({ model, outOfFold, settings }, i) => ({
        kind: model.kind,
        weight: weights[i] as number,
        logLoss: meanLogLoss(judge.pick(outOfFold), judge.labels),
        settings,
      })),
      ...(sampled?.weight === 0 ? [sampled] : []),
    ],
    kinds: new Map(learned.toReversed().flatMap(({ model, kinds }) => zip(model.sources, kinds))),
    dropped: droppedByAll(learned),
  };
}

/** Fits what `learn` chose to other leads, without choosing again. */
export async function relearn(
  table: TrainingTable,
  trials: readonly Trial[],
  pause: Pause,
): Promise<ScoringModel> {
  const settings = (kind: string) => trials.find((trial) => trial.kind === kind)?.settings;
  const votes = (kind: string) => (trials.find((trial) => trial.kind === kind)?.weight ?? 0) > 0;
  const logistic = await learnLogistic(table, pause, settings("logistic-regression"));
  const learned: Learned[] = [logistic];
  if (votes("boosted-trees")) learned.push(await trainTrees(table, pause, settings("boosted-trees")));
  if (votes("neighbours"))
    learned.push(await learnNeighbours(table, logistic, pause, settings("neighbours")));
  const weights = learned.map(({ model }) => trials.find(({ kind }) => kind === model.kind)?.weight ?? 0);
  return stackOf(partsOf(learned, weights));
}

/** Those that vote; the regression stays for the neighbours, who measure with it. */
function partsOf(learned: readonly Learned[], weights: ArrayLike<number>) {
  const parts = learned.map(({ model }, i) => ({ model, weight: weights[i] as number }));
  const measured = parts.some(({ model, weight }) => model.kind === "neighbours" && weight > 0);
  return parts.filter(
    ({ model, weight }) => weight > 0 || (measured && model.kind === "logistic-regression"),
  );
}

/** Left out by every kind that reads features at all. */
function droppedByAll(learned: readonly Learned[]): DroppedColumn[] {
  const used = new Set(learned.flatMap(({ model }) => model.sources));
  const all = new Map(learned.flatMap(({ dropped }) => dropped.map((column) => [column.name, column])));
  return [...all.values()].filter(({ name }) => !used.has(name));
}

function part(pause: Pause, from: number, span: number): Pause {
  return (done) => pause(from + span * done);
}

function zip(names: readonly string[], kinds: readonly string[]): [string, string][] {
  return names.map((name, i) => [name, kinds[i] ?? ""]);
}
