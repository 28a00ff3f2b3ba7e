/** How one kind of model took part in a training. */
export interface Trial {
  kind: string;
  /** In the model that serves, 0–1. */
  weight: number;
  /** Out-of-fold, in nats, before calibration. */
  logLoss: number;
  settings: Readonly<Record<string, number>>;
}
