import { describe, expect, test } from "vitest";
import { push, rowSink, type SparseRows } from "../encode/sparse-rows.ts";
import { randomNumbers } from "../training/synthetic-leads.ts";
import { choosePenalty, crossValidate, penaltiesFor } from "./cross-validate.ts";
import { logit, momentsOf, sigmoid, softplus } from "./moments.ts";
import { fitRidge } from "./ridge-newton.ts";

function designOf(rows: number[][]): SparseRows {
  const sink = rowSink();
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    push(sink, 0, 1);
    row.forEach((x, j) => {
      push(sink, j + 1, x);
    });
    offsets[r + 1] = sink.size;
  });
  const columns = (rows[0]?.length ?? 0) + 1;
  return { rows: rows.length, columns, offsets, indices: sink.indices, values: sink.values };
}

function problem(count: number, seed = 7) {
  const random = randomNumbers(seed);
  const rows = Array.from({ length: count }, () => [random() - 0.5, random() - 0.5, random() < 0.3 ? 1 : 0]);
  const labels = Uint8Array.from(rows, ([a = 0, b = 0]) => (random() < sigmoid(2 * a - b - 0.4) ? 1 : 0));
  return { design: designOf(rows), labels };
}

test("without features the intercept is the log-odds of the base rate", () => {
  const labels = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0);
  const design = designOf(labels.reduce<number[][]>((rows) => [...rows, []], []));
  const { beta } = fitRidge(
    { design, labels, blocks: [{ from: 0, to: 8 }], penalty: 1 },
    new Float64Array(1),
    1e-14,
  );
  expect(beta[0]).toBeCloseTo(logit(0.25), 9);
});

test("the penalised gradient is zero at the fit, from any start", () => {
  const { design, labels } = problem(300);
  const blocks = [{ from: 0, to: 300 }];
  for (const start of [new Float64Array(4), Float64Array.of(9, -40, 40, 9)]) {
    const { beta } = fitRidge({ design, labels, blocks, penalty: 2 }, start, 1e-14);
    const { gradient } = momentsOf(design, labels, beta, { from: 0, to: 300 });
    gradient.forEach((g, j) => {
      expect(g + (j === 0 ? 0 : 2 * (beta[j] ?? 0))).toBeCloseTo(0, 5);
    });
  }
});

test("a pulled coefficient has a penalty of its own, towards its own place", () => {
  const { design, labels } = problem(300);
  const blocks = [{ from: 0, to: 300 }];
  const pull = { column: 2, towards: 1, penalty: 5 };
  const { beta } = fitRidge({ design, labels, blocks, penalty: 2, pull }, new Float64Array(4), 1e-14);
  const { gradient } = momentsOf(design, labels, beta, { from: 0, to: 300 });
  const expected = [0, -2 * (beta[1] ?? 0), -5 * ((beta[2] ?? 0) - 1), -2 * (beta[3] ?? 0)];
  gradient.forEach((g, j) => {
    expect(g).toBeCloseTo(expected[j] ?? 0, 5);
  });
});

test.each([
  ["a relation", 120, 1],
  ["a relation", 6000, 1],
  ["chance", 300, 0],
  ["chance", 6000, 0],
])("where %s decides, of %d leads, the chosen penalty does as well as any", async (_, count, strength) => {
  const { design } = problem(count, 11);
  const random = randomNumbers(12);
  const labels = Uint8Array.from({ length: count }, (_, r) =>
    random() < sigmoid(2 * strength * (design.values[4 * r + 1] ?? 0)) ? 1 : 0,
  );
  const folds = [0, 1, 2].map((k) => ({ from: (k * count) / 3, to: ((k + 1) * count) / 3 }));
  const folded = { design, labels, folds };
  const chosen = await choosePenalty(folded, async () => {});
  const losses = penaltiesFor(count).map(
    (penalty) => crossValidate(folded, penalty, new Float64Array(4)).logLoss,
  );
  expect(chosen.logLoss).toBeCloseTo(Math.min(...losses), 5);
});

describe("cross-validation", () => {
  test.each([60, 400, 3000])("with %d leads equals refitting without each fold", (count) => {
    const { design, labels } = problem(count);
    const size = count / 5;
    const folds = [0, 1, 2, 3, 4].map((k) => ({ from: k * size, to: (k + 1) * size }));
    const { outOfFold, logLoss } = crossValidate({ design, labels, folds }, 3, new Float64Array(4));
    let worst = 0;
    let loss = 0;
    folds.forEach((fold, k) => {
      const blocks = folds.filter((_, i) => i !== k);
      const { beta } = fitRidge({ design, labels, blocks, penalty: 3 }, new Float64Array(4), 1e-14);
      for (let r = fold.from; r < fold.to; r++) {
        let z = 0;
        for (let j = 0; j < 4; j++) z += (beta[j] ?? 0) * (design.values[4 * r + j] ?? 0);
        worst = Math.max(worst, Math.abs(z - (outOfFold[r] ?? 0)));
        loss += softplus(z) - (labels[r] ?? 0) * z;
      }
    });
    expect(worst).toBeLessThan(0.02);
    expect(logLoss).toBeCloseTo(loss / count, 3);
  });
});
