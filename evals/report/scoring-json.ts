import type { ScoringReport } from "../suites/scoring/results.ts";
import { verdictOf } from "./figure-table.ts";

/** The whole report for machines: floors with their targets as text, figures unrounded. */
export function scoringJson(report: ScoringReport): string {
  const floors = report.floors.map((floor) => ({
    name: floor.name,
    value: floor.value,
    unit: floor.unit,
    target: floor.target?.text,
    verdict: verdictOf(floor),
  }));
  return `${JSON.stringify({ ...report, floors }, null, 1)}\n`;
}
