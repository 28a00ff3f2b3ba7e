import type { Rapport } from "../compose/compose.ts";
import { columns, count } from "./output.ts";

type TrainedModel = Awaited<ReturnType<Rapport["operations"]["train"]>>;
type Report = TrainedModel["report"];

const fieldsShown = 8;

/** What a training came to, for people. */
export function reportText({ id, report, scored, seconds }: TrainedModel): string {
  return [
    columns([["model", `${id} (${report.kind})`], ...qualityRows(report)]),
    ...tooGood(report),
    `Scored ${count(scored)} open leads; took ${seconds.toFixed(1)} s in all. It serves from now on.`,
  ].join("\n");
}

const hardlyPossible = 0.98;

/** A model that foretells nearly everything has usually been told. */
function tooGood({ holdOut, columns: { used } }: Report): string[] {
  if ((holdOut?.metrics?.auc ?? 0) < hardlyPossible) return [];
  const [first] = used;
  return [
    `Note: this is too good to be true. A field probably tells the outcome, most likely ${first?.name}. If it is only known afterwards, train again with --ignore "${first?.name}".`,
  ];
}

/** The lines that say what a model learned from and how good it is. */
export function qualityRows(report: Report): [string, string][] {
  const metrics = report.holdOut?.metrics;
  const strongest = report.columns.used.slice(0, fieldsShown).map(({ name }) => name);
  return [
    ["trained on", `${count(report.rows)} ended leads: ${count(report.won)} won, ${count(report.lost)} lost`],
    ...(report.reason ? [["not trained", report.reason] as [string, string]] : []),
    ...(metrics && report.holdOut
      ? ([
          [
            "held out",
            `${count(report.rows - report.holdOut.trainedOn)} leads, ${report.holdOut.method === "time" ? "the latest" : "drawn by their id"}`,
          ],
          [
            "AUC",
            `${metrics.auc.toFixed(3)} (95 % interval ${metrics.aucLow.toFixed(3)} to ${metrics.aucHigh.toFixed(3)})`,
          ],
          ["log loss", `${metrics.logLoss.toFixed(3)} (${metrics.baseLogLoss.toFixed(3)} without a model)`],
          ["ECE", metrics.ece15.toFixed(3)],
        ] as [string, string][])
      : []),
    ["strongest", strongest.join(", ") || "nothing"],
  ];
}
