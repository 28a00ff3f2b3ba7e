import type { TreePaths } from "./tree-paths.ts";

/**
 * Exact path-dependent Shapley values of one tree (TreeSHAP: Lundberg et al., Nature Machine Intelligence 2020), by slot.
 * What a set of columns is worth is the tree's mean value where splits on other columns are taken both ways, in
 * proportion to their training rows. A leaf's part in it is a product over the columns of its path, so that its Shapley
 * values follow from the coefficients of a polynomial of at most as many factors.
 * @param answers of the splits for the row, as bits: 1 for left.
 * @param into gets the values added, from `at` on.
 */
export function addShapley(
  { conditions }: TreePaths,
  values: Float64Array,
  answers: number,
  into: Float64Array,
  at: number,
): void {
  conditions.forEach((path, leaf) => {
    const value = values[leaf] as number;
    const passes = path.map((c) => (answers & c.splits) === c.answers);
    path.forEach(({ slot, share }, own) => {
      const others = polynomial(
        path.map((c) => c.share),
        passes,
        own,
      );
      let weighed = 0;
      for (let k = 0; k < others.length; k++) {
        weighed += (others[k] as number) * orderWeight(k, path.length);
      }
      into[at + slot] = (into[at + slot] as number) + value * ((passes[own] ? 1 : 0) - share) * weighed;
    });
  });
}

/** Coefficients of Π (share + pass x) over all columns but one: the power of x counts the columns that are known. */
function polynomial(shares: readonly number[], passes: readonly boolean[], without: number): number[] {
  let product = [1];
  shares.forEach((share, j) => {
    if (j === without) return;
    const next = product.map((c) => c * share);
    next.push(0);
    if (passes[j]) {
      product.forEach((c, k) => {
        next[k + 1] = (next[k + 1] as number) + c;
      });
    }
    product = next;
  });
  return product;
}

/** Share of the orders of `columns` columns in which exactly `before` given ones come before a given other: k! (d − k − 1)! / d! */
function orderWeight(before: number, columns: number): number {
  let weight = 1 / columns;
  for (let k = 1; k <= before; k++) weight *= k / (columns - k);
  return weight;
}
