import type { SparseRows } from "../encode/sparse-rows.ts";

/** What one Newton step needs to know of some rows at given coefficients. */
export interface Moments {
  /** Sum of log losses, in nats. */
  loss: number;
  /** Xᵀ(p − y). */
  gradient: Float64Array;
  /** Lower half of XᵀWX, row-major p × p, W = p(1 − p). */
  hessian: Float64Array;
  /** Sum of W. */
  weight: number;
}

/** Moments of the rows from ≤ r < to. */
export function momentsOf(
  design: SparseRows,
  labels: ArrayLike<number>,
  beta: Float64Array,
  { from, to }: { from: number; to: number },
): Moments {
  const { columns: p, offsets, indices, values } = design;
  const gradient = new Float64Array(p);
  const hessian = new Float64Array(p * p);
  let loss = 0;
  // Of 1 + e^−|z| over the rows: one logarithm for many, since logarithms are slow.
  let product = 1;
  let weight = 0;
  for (let r = from; r < to; r++) {
    const start = offsets[r] as number;
    const end = offsets[r + 1] as number;
    let z = 0;
    for (let e = start; e < end; e++) z += (values[e] as number) * (beta[indices[e] as number] as number);
    const y = labels[r] as number;
    const small = Math.exp(-Math.abs(z));
    const probability = (z >= 0 ? 1 : small) / (1 + small);
    const residual = probability - y;
    const w = probability * (1 - probability);
    loss += (z > 0 ? z : 0) - y * z;
    product *= 1 + small;
    if (product > 1e100) {
      loss += Math.log(product);
      product = 1;
    }
    weight += w;
    for (let e = start; e < end; e++) {
      const i = indices[e] as number;
      const x = values[e] as number;
      gradient[i] = (gradient[i] as number) + residual * x;
      const wx = w * x;
      const row = i * p;
      // Indices ascend within a row, so f ≤ e fills the lower half only.
      for (let f = start; f <= e; f++) {
        const at = row + (indices[f] as number);
        hessian[at] = (hessian[at] as number) + wx * (values[f] as number);
      }
    }
  }
  return { loss: loss + Math.log(product), gradient, hessian, weight };
}

/** Loss and gradient alone, of all the blocks together. */
export function gradientOf(
  design: SparseRows,
  labels: ArrayLike<number>,
  beta: Float64Array,
  blocks: readonly { from: number; to: number }[],
): Pick<Moments, "loss" | "gradient"> {
  const { offsets, indices, values } = design;
  const gradient = new Float64Array(design.columns);
  let loss = 0;
  let product = 1;
  for (const { from, to } of blocks) {
    for (let r = from; r < to; r++) {
      const start = offsets[r] as number;
      const end = offsets[r + 1] as number;
      let z = 0;
      for (let e = start; e < end; e++) z += (values[e] as number) * (beta[indices[e] as number] as number);
      const y = labels[r] as number;
      const small = Math.exp(-Math.abs(z));
      const residual = (z >= 0 ? 1 : small) / (1 + small) - y;
      loss += (z > 0 ? z : 0) - y * z;
      product *= 1 + small;
      if (product > 1e100) {
        loss += Math.log(product);
        product = 1;
      }
      for (let e = start; e < end; e++) {
        const i = indices[e] as number;
        gradient[i] = (gradient[i] as number) + residual * (values[e] as number);
      }
    }
  }
  return { loss: loss + Math.log(product), gradient };
}

/** Log-odds of the rows from ≤ r < to, written into `into`. */
export function logOddsOf(
  design: SparseRows,
  beta: Float64Array,
  { from, to }: { from: number; to: number },
  into: Float64Array,
): void {
  const { offsets, indices, values } = design;
  for (let r = from; r < to; r++) {
    let z = 0;
    const end = offsets[r + 1] as number;
    for (let e = offsets[r] as number; e < end; e++) {
      z += (values[e] as number) * (beta[indices[e] as number] as number);
    }
    into[r] = z;
  }
}

/** ln(1 + eᶻ) without overflow. */
export function softplus(z: number): number {
  return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
}

/** 1 / (1 + e⁻ᶻ). */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** ln(p / (1 − p)). */
export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** Sums moments of disjoint rows. */
export function addMoments(parts: readonly Moments[]): Moments {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("no moments to add");
  const sum: Moments = {
    loss: first.loss,
    weight: first.weight,
    gradient: first.gradient.slice(),
    hessian: first.hessian.slice(),
  };
  for (const part of others) {
    sum.loss += part.loss;
    sum.weight += part.weight;
    addTo(sum.gradient, part.gradient);
    addTo(sum.hessian, part.hessian);
  }
  return sum;
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (part[i] as number);
}
