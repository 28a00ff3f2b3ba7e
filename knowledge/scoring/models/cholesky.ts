/**
 * Factors a symmetric positive definite matrix into L Lᵀ, in place (Golub & Van Loan, Matrix Computations, 4.2).
 * @param a row-major n × n; only its lower half is read and written.
 */
export function factor(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const ri = i * n;
    for (let j = 0; j <= i; j++) {
      const rj = j * n;
      let sum = a[ri + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[ri + k] as number) * (a[rj + k] as number);
      if (i !== j) a[ri + j] = sum / (a[rj + j] as number);
      // Rounding can take a pivot of a nearly singular matrix to zero or below.
      else a[ri + i] = Math.sqrt(Math.max(sum, 1e-12 * Math.abs(a[ri + i] as number), 1e-300));
    }
  }
}

/** Solves L Lᵀ x = b, given the factor. */
export function solve(l: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (l[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    const xi = (x[i] as number) / (l[i * n + i] as number);
    x[i] = xi;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (l[i * n + k] as number) * xi;
  }
  return x;
}

/** The inverse of L Lᵀ, given the factor: its lower half, packed row by row (n(n + 1)/2 values). */
export function invertPacked(l: Float64Array, n: number): Float64Array {
  const inverse = invertLower(l, n);
  const packed = new Float64Array((n * (n + 1)) / 2);
  for (let k = 0; k < n; k++) {
    // Row k of L⁻¹ adds its outer product: (L Lᵀ)⁻¹ = L⁻ᵀ L⁻¹.
    const row = k * n;
    for (let i = 0; i <= k; i++) {
      const v = inverse[row + i] as number;
      const at = (i * (i + 1)) / 2;
      for (let j = 0; j <= i; j++)
        packed[at + j] = (packed[at + j] as number) + v * (inverse[row + j] as number);
    }
  }
  return packed;
}

function invertLower(l: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const pivot = l[i * n + i] as number;
    for (let k = 0; k < i; k++) {
      const f = (l[i * n + k] as number) / pivot;
      if (f === 0) continue;
      for (let j = 0; j <= k; j++) {
        inverse[i * n + j] = (inverse[i * n + j] as number) - f * (inverse[k * n + j] as number);
      }
    }
    inverse[i * n + i] = 1 / pivot;
  }
  return inverse;
}
