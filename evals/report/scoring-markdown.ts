import { coverageTable, shareText } from "../suites/interval-coverage/coverage-table.ts";
import type { TableResult } from "../suites/scoring/judge-table.ts";
import type { ScoringReport } from "../suites/scoring/results.ts";
import { type DataTable, markdownTable } from "./data-table.ts";
import { describeModel, describePlanted, describeShuffled } from "./describe.ts";
import {
  bandTable,
  fewLabelTable,
  fieldTable,
  figuresTable,
  floorTable,
  reliabilityTableOf,
  summaryTable,
  targetingTable,
} from "./scoring-tables.ts";

/** The whole report as Markdown that also reads well on a terminal. */
export function scoringMarkdown(report: ScoringReport): string {
  const { title, tables, absent, shuffled, planted, fewLabels, coverage, resplits, floors } = report;
  return `${[
    `# ${title}`,
    ...absent,
    ...section("Floors", floors.length > 0 && floorTable(report)),
    ...section("Tables", tables.length > 1 && summaryTable(tables)),
    ...tables.flatMap(tableSections),
    ...(shuffled ? ["## Shuffled outcomes", describeShuffled(shuffled)] : []),
    ...(planted ? ["## Planted leaks", describePlanted(planted)] : []),
    ...section("Few labels: mean AUC on fresh leads", fewLabels.length > 0 && fewLabelTable(fewLabels)),
    ...section("Coverage of 90 % intervals, in percent", coverage.length > 0 && coverageTable(coverage)),
    ...(resplits
      ? [
          `Two models of disjoint halves of bank_additional differ by no more than the chance part of their intervals in ${shareText(resplits.chance)} % of cases.`,
        ]
      : []),
  ].join("\n\n")}\n`;
}

function tableSections(result: TableResult): string[] {
  return [
    `## ${result.name}`,
    describeModel(result),
    markdownTable(figuresTable(result)),
    markdownTable(targetingTable(result)),
    markdownTable(bandTable(result)),
    markdownTable(reliabilityTableOf(result)),
    ...(result.findings.fields.length > 0 ? [markdownTable(fieldTable(result))] : []),
  ];
}

function section(title: string, table: DataTable | false): string[] {
  return table ? [`## ${title}`, markdownTable(table)] : [];
}
