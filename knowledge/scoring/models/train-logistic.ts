import { encodeRows } from "../encode/encode-rows.ts";
import { type Encoding, fitEncoding } from "../encode/fit-encoding.ts";
import { columnMeans, reorderRows } from "../encode/sparse-rows.ts";
import type { FeatureRow } from "../features/feature.ts";
import { invertPacked } from "./cholesky.ts";
import { crossValidate, type FoldedRows, type PenaltyFit, penalties } from "./cross-validate.ts";
import { logisticRegression } from "./logistic-regression.ts";
import { addMoments, logit } from "./moments.ts";
import { penalisedFactor } from "./ridge-newton.ts";
import type { ScoringModel } from "./scoring-model.ts";

export interface TrainingTable {
  rows: readonly FeatureRow[];
  /** 1 won, 0 lost, by row. */
  labels: Uint8Array;
  /** Fold of each row, 0 … folds − 1. */
  fold: Uint8Array;
}

export interface TrainedLogistic {
  model: ScoringModel;
  encoding: Encoding;
  penalty: number;
  /** Out-of-fold log-odds by row of the table. */
  outOfFold: Float64Array;
}

/**
 * Trains a ridge logistic regression; the penalty with the lowest cross-validated log loss wins unless one is given.
 * @param pause called between steps: reports progress (0–1), lets others run, and throws to cancel.
 */
export async function trainLogistic(
  table: TrainingTable,
  pause: (done: number) => Promise<void>,
  penalty?: number,
): Promise<TrainedLogistic> {
  const encoding = fitEncoding(table.rows, knotsFor(table.labels));
  await pause(0.1);
  const design = encodeRows(encoding.columns, encoding.width, table.rows);
  const { order, folded } = byFold(design, table);
  const best = await search(folded, penalty === undefined ? penalties : [penalty], pause);
  const hessian = addMoments(best.moments).hessian;
  const model = logisticRegression({
    columns: encoding.columns,
    beta: best.beta,
    means: columnMeans(design),
    covariance: invertPacked(penalisedFactor(hessian, encoding.width, best.penalty), encoding.width),
  });
  const outOfFold = new Float64Array(order.length);
  order.forEach((row, place) => {
    outOfFold[row] = best.outOfFold[place] as number;
  });
  return { model, encoding, penalty: best.penalty, outOfFold };
}

/** A knot needs some forty leads of the rarer outcome to tell a bend from chance. */
function knotsFor(labels: Uint8Array): number {
  const won = labels.reduce((sum, y) => sum + y, 0);
  return Math.min(32, Math.floor(Math.min(won, labels.length - won) / 40));
}

function byFold(
  design: FoldedRows["design"],
  table: TrainingTable,
): { order: Int32Array; folded: FoldedRows } {
  const count = table.fold.reduce((most, k) => Math.max(most, k), 0) + 1;
  const order = Int32Array.from(table.labels.keys()).sort(
    (a, b) => (table.fold[a] as number) - (table.fold[b] as number) || a - b,
  );
  const folds = Array.from({ length: count }, () => ({ from: order.length, to: 0 }));
  order.forEach((row, place) => {
    const fold = folds[table.fold[row] as number];
    if (!fold) return;
    fold.from = Math.min(fold.from, place);
    fold.to = place + 1;
  });
  const labels = Uint8Array.from(order, (row) => table.labels[row] as number);
  return {
    order,
    folded: { design: reorderRows(design, order), labels, folds: folds.filter((f) => f.to > 0) },
  };
}

async function search(
  folded: FoldedRows,
  grid: readonly number[],
  pause: (done: number) => Promise<void>,
): Promise<PenaltyFit> {
  let start = new Float64Array(folded.design.columns);
  start[0] = logit(folded.labels.reduce((sum, y) => sum + y, 0) / folded.labels.length);
  let best: PenaltyFit | undefined;
  for (const [done, penalty] of grid.entries()) {
    const fit = crossValidate(folded, penalty, start);
    if (best === undefined || fit.logLoss < best.logLoss) best = fit;
    // The curve has one valley: once it climbs clearly, weaker penalties only climb further.
    else if (fit.logLoss > best.logLoss * 1.01) break;
    start = Float64Array.from(fit.beta);
    await pause(0.1 + (0.9 * (done + 1)) / grid.length);
  }
  if (best === undefined) throw new RangeError("no penalty to try");
  return best;
}
