import type { LeadModelArtifact } from "../artifact.ts";
import { calibrationFloor } from "../evaluate/calibration-floor.ts";
import { evaluate, type Metrics } from "../evaluate/evaluate.ts";
import { reliabilityTable } from "../evaluate/reliability.ts";
import { factorName } from "../explain/factors.ts";
import { fieldFeature } from "../features/feature.ts";
import { gradeOf } from "../honesty/grade.ts";
import type { CheckedTable } from "./check-table.ts";
import type { Population } from "./judge-on-newest.ts";
import { judging } from "./judging.ts";
import type { JudgedModel } from "./learn-and-judge.ts";
import type { TrainingReport } from "./report.ts";
import type { TrainingOptions } from "./trained-lead-model.ts";
import { undatedReason } from "./undated-fields.ts";

/** What a training came to, in all its parts. */
export interface Training {
  population: Population;
  checked: CheckedTable;
  /** Fields with dates that could not be used. */
  undated: ReadonlySet<string>;
  judged: JudgedModel;
  newest: TrainingReport["holdOut"];
  artifact: LeadModelArtifact;
  options: TrainingOptions;
}

/** Draws for the floor of the calibration error: its mean to the third digit. */
const draws = 200;

/** Says how a model was trained, how good it is, and what is wrong with the data. */
export function writeReport(training: Training): TrainingReport {
  const { population, checked, undated, judged, newest, artifact, options } = training;
  const { table } = population;
  const { fold } = table;
  const judge = judging(table);
  const { labels } = judge;
  const scores = judge.pick(judged.chances);
  const metrics = evaluate({ scores, labels });
  const folds = 1 + fold.reduce((most, k) => Math.max(most, k), 0);
  const trainedOn = Math.round((fold.length * (folds - 1)) / folds);
  const holdOut = newest?.metrics ? newest : { method: "folds" as const, trainedOn, metrics };
  const { kind, a, b, c } = judged.calibration;
  const quality = metrics && {
    ece15: metrics.ece15,
    floor: calibrationFloor(scores, { draws }),
    reliability: reliabilityTable({ scores, labels }),
  };
  return {
    kind: artifact.kind,
    reason: judged.signal.signal ? null : judged.signal.sentence,
    trainedAt: options.trainedAt.toISOString(),
    seed: options.seed ?? 0,
    rows: fold.length,
    copies: fold.length - labels.length,
    ...artifact.labels,
    baseRate: artifact.baseRate,
    grade: quality && gradeFor(training, holdOut.metrics ?? metrics, quality),
    signal: judged.signal,
    models: [...judged.learned.trials],
    checks: [...checked.fields],
    columns: columnsOf(judged, artifact.importance, undated),
    holdOut,
    crossValidated: metrics,
    calibrationQuality: quality,
    calibration: { kind, a, b, c },
    bands: artifact.bands,
  };
}

function gradeFor(
  { population, judged, checked }: Training,
  { auc, aucLow, aucHigh }: Metrics,
  { ece15, floor }: NonNullable<TrainingReport["calibrationQuality"]>,
) {
  const { labels } = judging(population.table);
  const won = labels.reduce((sum, y) => sum + y, 0);
  const leaks = checked.fields.filter(({ leftOut }) => leftOut).length;
  return gradeOf({
    auc,
    aucLow,
    aucHigh,
    signal: judged.signal.signal,
    won,
    lost: labels.length - won,
    leaks,
    suspects: checked.fields.length - leaks,
    calibrationError: { ece: ece15, floor: floor.mean },
  });
}

function columnsOf(
  { model, learned }: JudgedModel,
  importance: readonly number[],
  undated: ReadonlySet<string>,
) {
  const used = model.sources.map((source, s) => ({
    name: factorName(source),
    kind: learned.kinds.get(source) ?? "",
    importance: importance[s] ?? 0,
  }));
  const dropped = [
    ...learned.dropped.map(({ name, reason }) => ({ name: factorName(name), reason })),
    ...[...undated].map((field) => ({ name: factorName(fieldFeature(field)), reason: undatedReason })),
  ];
  return { used: used.sort((a, b) => b.importance - a.importance), dropped };
}
