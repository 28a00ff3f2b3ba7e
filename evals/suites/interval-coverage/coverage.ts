import type { Family } from "./generator.ts";

/** How often intervals held what they should, on one kind of data. */
export interface Coverage {
  shape: string;
  family: Family;
  /** That each model was trained on. */
  leads: number;
  /** Share of fresh leads inside, by training draw. */
  draws: readonly number[];
  /** Mean width of the intervals, in probability. */
  width: number;
  /** Draws in which the model that served was of each kind ("prior", "stack"). */
  kinds: Readonly<Record<string, number>>;
}

/** A share with its standard error, both 0–1. */
export interface Share {
  share: number;
  error: number;
}

/**
 * Mean share inside. Leads of one draw share a model, and so are wrong together: the error comes from the draws alone. With
 * one draw it is unknown.
 */
export function shareInside({ draws }: Pick<Coverage, "draws">): Share {
  const share = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const spread = draws.reduce((sum, draw) => sum + (draw - share) ** 2, 0) / (draws.length - 1);
  return { share, error: Math.sqrt(spread / draws.length) };
}

/** All of them, each counting alike; the error is of these shapes and sizes, not of others that might have been tried. */
export function pooledShare(coverages: readonly Coverage[]): Share {
  const shares = coverages.map(shareInside);
  const count = shares.length;
  return {
    share: shares.reduce((sum, { share }) => sum + share, 0) / count,
    error: Math.sqrt(shares.reduce((sum, { error }) => sum + error ** 2, 0)) / count,
  };
}
