/** How trees are grown and added up. */
export interface BoostingRules {
  /** Most leaves of a tree, 2 … 32. Explanations of up to 8 are looked up, of more computed anew for each row. */
  leaves: number;
  /** Most splits between root and leaf. */
  depth: number;
  /** Share of each tree's step that is taken. */
  rate: number;
  /** λ of λ/2 Σ (step of a leaf)², in units of p(1 − p). */
  l2: number;
  /** Least Σ p(1 − p) of a leaf; as no row weighs more than ¼, a leaf holds at least four times as many rows. */
  leafWeight: number;
  /** Levels of a category are sorted by Σg / (Σh + smoothing), so that rare ones stay near the middle. */
  smoothing: number;
  /** Most trees. */
  trees: number;
  /** Rounds without a lower out-of-fold loss after which no better one is expected. */
  patience: number;
}

export const defaultRules: BoostingRules = {
  leaves: 8,
  depth: 10,
  rate: 0.1,
  l2: 1,
  leafWeight: 2,
  smoothing: 10,
  trees: 250,
  patience: 20,
};
