import { type BandThresholds, bandThresholdsOf } from "../certainty/bands.ts";
import { type Calibration, calibrate, fitCalibration, identity } from "../certainty/calibration.ts";
import { type Widening, wideningFor, wideningWithoutSignal } from "../certainty/interval.ts";
import { judgeSignal, type SignalVerdict } from "../honesty/signal.ts";
import { baseRateModel } from "../models/base-rate.ts";
import type { Pause, TrainingTable } from "../models/learner.ts";
import { sigmoid } from "../models/moments.ts";
import type { ScoringModel } from "../models/scoring-model.ts";
import { judging } from "./judging.ts";
import { type LearnedStack, learn } from "./learn.ts";
import { measureSpread } from "./measure-spread.ts";

/** The model that is to serve, and what cross-validation says of it. */
export interface JudgedModel {
  model: ScoringModel;
  calibration: Calibration;
  signal: SignalVerdict;
  /** Chance of each lead by models that had not seen it, as this model would score it. */
  chances: Float64Array;
  bands: BandThresholds;
  widening: Widening;
  learned: LearnedStack;
}

/** Learns from a table, calibrates, and falls back to the base rate where the data cannot tell leads apart. */
export async function learnAndJudge(table: TrainingTable, pause: Pause): Promise<JudgedModel> {
  const { labels } = table;
  const judge = judging(table);
  const learned = await learn(table, (done) => pause(0.92 * done));
  const fitted = fitCalibration(judge.pick(learned.outOfFold), judge.labels);
  const calibrated = learned.outOfFold.map((z) => calibrate(fitted, z));
  const signal = judgeSignal(judge.pick(calibrated), judge.labels);
  const won = labels.reduce((sum, y) => sum + y, 0);
  const rarer = Math.min(won, labels.length - won);
  if (signal.signal) {
    const chances = calibrated.map(sigmoid);
    const bands = bandThresholdsOf(chances);
    const spread = await measureSpread(table, learned.trials, () => pause(0.92));
    const widening = wideningFor({ rarer, spread, told: varianceOf(learned.outOfFold) });
    return { model: learned.model, calibration: fitted, signal, chances, bands, widening, learned };
  }
  const rate = won / labels.length;
  const chances = new Float64Array(labels.length).fill(rate);
  return {
    model: baseRateModel(rate, labels.length),
    calibration: identity,
    signal,
    chances,
    bands: bandThresholdsOf(chances),
    widening: wideningWithoutSignal({ ...signal, rarer, baseRate: rate }),
    learned: { ...learned, trials: learned.trials.map((trial) => ({ ...trial, weight: 0 })) },
  };
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
