/** Values before a moment, NaN where not known, and how many make a turn of the season (1: none). */
export interface History {
  values: Float64Array;
  season: number;
}

/** Which moments to forecast from. */
export interface Origins {
  /** Values known at the first origin; the last is the end of the values. */
  from: number;
  /** Buckets ahead. */
  horizon: number;
}

/** A way to forecast. */
export interface Model {
  name: string;
  /** Whether it can be used on such values at all. */
  fits(history: History): boolean;
  /** Parameters that minimise the squared errors one step ahead. */
  fit(history: History): Float64Array;
  /**
   * By origin from the first to the end, the forecasts of the buckets that follow, each from the values before its origin
   * alone.
   */
  forecasts(history: History, parameters: Float64Array, origins: Origins): Float64Array[];
}
