import type { PlantedLeaks } from "../suites/planted-leaks/measure-planted-leaks.ts";
import type { TableResult } from "../suites/scoring/judge-table.ts";
import type { ShuffledResult } from "../suites/scoring/shuffled-labels.ts";
import { count, percent, seconds } from "./numbers.ts";

/** How a table's model came about, in a few sentences. */
export function describeModel({
  way,
  model,
  metrics,
  findings,
  seconds: took,
  scored,
  factorGap,
}: TableResult): string {
  return [
    `Run ${way}: trained on ${count(model.leads)} leads (${percent(model.baseRate ?? Number.NaN)} won) in ${seconds(took.training)}, judged by ${count(metrics.leads)} others (${percent(metrics.won / metrics.leads)} won).`,
    ...(took.importing === null ? [] : [`Import took ${seconds(took.importing)}.`]),
    `${count(scored)} leads were scored in ${seconds(took.scoring)}.`,
    `Model: ${model.kind} of ${model.columns.length} columns, ${model.calibration} calibration.`,
    `Grade: ${findings.grade ?? "none"}.`,
    findings.signal?.sentence,
    `Factors add up within ${factorGap.toExponential(1)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** What became of shuffled outcomes. */
export function describeShuffled({ shuffles, noSignal }: ShuffledResult): string {
  return `In ${noSignal} of ${shuffles} tables whose outcomes were dealt out anew the report says that the data cannot tell leads apart.`;
}

/** How many planted leaks were found. */
export function describePlanted({
  tables,
  all,
  falseAlarms,
  falseLeaks,
  worst,
  byKind,
}: PlantedLeaks): string {
  const kinds = Object.entries(byKind).map(([kind, { leaks, planted }]) => `${kind} ${leaks} of ${planted}`);
  return [
    `${all.planted} leaks were planted in ${tables} made-up tables: ${all.leaks} were called leaks, ${all.named} were named at all.`,
    `By kind: ${kinds.join(", ")}.`,
    `${falseAlarms} honest fields were named, ${falseLeaks} of them as leaks; the worst table had ${worst}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
