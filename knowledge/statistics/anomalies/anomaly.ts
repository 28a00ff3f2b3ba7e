/** A value against what those around it let expect. */
export interface Anomaly {
  /** Its place in the series. */
  at: number;
  value: number;
  expected: number;
  /** The range that nine of ten such values lie in. */
  low: number;
  high: number;
  /** Two-sided chance of a value as far out. */
  p: number;
}
