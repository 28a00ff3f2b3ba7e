import type { FewLabels } from "../suites/few-labels/measure-few-labels.ts";
import type { TableResult } from "../suites/scoring/judge-table.ts";
import type { ScoringReport } from "../suites/scoring/results.ts";
import type { DataTable } from "./data-table.ts";
import { shownValue, verdictOf } from "./figure-table.ts";
import { count, fraction, percent, range, seconds } from "./numbers.ts";

/** Each floor with what was measured. */
export function floorTable({ floors }: Pick<ScoringReport, "floors">): DataTable {
  return {
    head: ["floor", "measured", "target", "verdict"],
    rows: floors.map((floor) => [floor.name, shownValue(floor), floor.target?.text ?? "", verdictOf(floor)]),
  };
}

/** All tables, a row each. */
export function summaryTable(tables: readonly TableResult[]): DataTable {
  return {
    head: [
      "table",
      "test rows",
      "AUC (95 %)",
      "HGB",
      "PR-AUC",
      "Brier",
      "log loss",
      "HGB",
      "base",
      "ECE15",
      "its floor",
      "lift 10 %",
      "grade",
      "signal",
      "train",
      "score",
    ],
    rows: tables.map((t) => [
      t.name,
      count(t.metrics.leads),
      `${fraction(t.metrics.auc)} (${range(t.intervals.auc)})`,
      t.reference ? fraction(t.reference.auc) : "",
      fraction(t.metrics.prAuc),
      fraction(t.metrics.brier),
      fraction(t.metrics.logLoss),
      t.reference ? fraction(t.reference.logLoss) : "",
      fraction(t.metrics.baseLogLoss),
      fraction(t.metrics.ece15, 4),
      fraction(t.eceFloor.mean, 4),
      t.metrics.lift10.toFixed(2),
      t.findings.grade ?? "",
      signalText(t),
      seconds(t.seconds.training),
      `${count(t.scored)} in ${seconds(t.seconds.scoring)}`,
    ]),
  };
}

/** One table's figures with their intervals. */
export function figuresTable({
  metrics,
  intervals,
  brierParts,
  eceFloor,
  targeting,
}: TableResult): DataTable {
  const { miscalibration, discrimination, uncertainty } = brierParts;
  const ten = targeting[0]?.lift;
  return {
    head: ["figure", "value", "95 %", "beside it"],
    rows: [
      ["AUC", fraction(metrics.auc, 4), range(intervals.auc), "a coin: .5"],
      [
        "PR-AUC",
        fraction(metrics.prAuc, 4),
        range(intervals.prAuc),
        `a coin: ${fraction(metrics.won / metrics.leads)}`,
      ],
      ["Brier", fraction(metrics.brier, 4), range(intervals.brier), `base rate: ${fraction(uncertainty, 4)}`],
      ["– miscalibration", fraction(miscalibration, 4), "", "what recalibrating could save"],
      ["– discrimination", fraction(discrimination, 4), "", "what the ranking saves"],
      [
        "log loss",
        fraction(metrics.logLoss, 4),
        range(intervals.logLoss),
        `base rate: ${fraction(metrics.baseLogLoss, 4)}`,
      ],
      [
        "ECE15",
        fraction(metrics.ece15, 4),
        "",
        `chance alone: ${fraction(eceFloor.mean, 4)}, 95 % under ${fraction(eceFloor.high, 4)}`,
      ],
      [
        "lift 10 %",
        metrics.lift10.toFixed(2),
        ten ? `${ten.low.toFixed(2)}–${ten.high.toFixed(2)}` : "",
        "a coin: 1",
      ],
    ],
  };
}

/** Who is reached by calling the best-scored first. */
export function targetingTable({ targeting }: TableResult): DataTable {
  return {
    head: ["best-scored", "won leads reached", "95 %", "lift", "95 %"],
    rows: targeting.map(({ share, gain, lift }) => [
      percent(share, 0),
      percent(gain.value),
      `${percent(gain.low)}–${percent(gain.high)}`,
      lift.value.toFixed(2),
      `${lift.low.toFixed(2)}–${lift.high.toFixed(2)}`,
    ]),
  };
}

/** Bands A to D. */
export function bandTable({ bands }: TableResult): DataTable {
  return {
    head: ["band", "leads", "share", "won", "95 %"],
    rows: bands.map(({ band, leads, share, rate }) => [
      band,
      count(leads),
      percent(share),
      percent(rate.value),
      leads === 0 ? "–" : `${percent(rate.low)}–${percent(rate.high)}`,
    ]),
  };
}

/** What was predicted and what happened, by tenths of the leads. */
export function reliabilityTableOf({ reliability }: TableResult): DataTable {
  return {
    head: ["leads", "predicted", "observed", "95 %"],
    rows: reliability.map(({ leads, predicted, observed, low, high }) => [
      count(leads),
      percent(predicted),
      percent(observed),
      `${percent(low)}–${percent(high)}`,
    ]),
  };
}

/** Fields that the report names. */
export function fieldTable({ findings }: TableResult): DataTable {
  return {
    head: ["field", "verdict", "left out", "why"],
    rows: findings.fields.map(({ field, verdict, leftOut, evidence }) => [
      field,
      verdict,
      leftOut ? "yes" : "no",
      evidence,
    ]),
  };
}

/** Mean AUC over made-up businesses by known outcomes and way to learn, beside what the true chances reach. */
export function fewLabelTable(measured: readonly FewLabels[]): DataTable {
  const ways = [...new Set(measured.map(({ way }) => way))];
  const sizes = [...new Set(measured.map(({ size }) => size))];
  return {
    head: ["known outcomes", ...ways, "true chances"],
    rows: sizes.map((size) => {
      const of = measured.filter((one) => one.size === size);
      const means = ways.map((way) => meanAuc(of.filter((one) => one.way === way)));
      return [size, ...means, fraction(mean(of.map(({ ceiling }) => ceiling)))];
    }),
  };
}

function meanAuc(measured: readonly FewLabels[]): string {
  const error = Math.hypot(...measured.map(({ aucError }) => aucError)) / measured.length;
  return `${fraction(mean(measured.map(({ auc }) => auc)))} ±${fraction(error)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function signalText({ findings }: TableResult): string {
  if (!findings.signal) return "";
  return findings.signal.found ? "yes" : "none";
}
