import type { InsightsReport } from "../suites/insights/results.ts";
import { verdictOf } from "./figure-table.ts";

/** The whole report for machines: floors with their targets as text, each workspace with what was told of it. */
export function insightsJson(report: InsightsReport): string {
  const floors = report.floors.map((floor) => ({
    name: floor.name,
    value: floor.value,
    unit: floor.unit,
    target: floor.target?.text,
    verdict: verdictOf(floor),
  }));
  const others = report.others.map(({ name, figures }) => ({
    name,
    figures: figures.map(({ target, ...figure }) => ({ ...figure, target: target?.text })),
  }));
  return `${JSON.stringify({ ...report, floors, others }, null, 1)}\n`;
}
