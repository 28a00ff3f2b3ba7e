import { fewLabelsTable } from "../suites/few-labels/few-labels-table.ts";
import { coverageTable, shareText } from "../suites/interval-coverage/coverage-table.ts";
import type { TableResult } from "../suites/scoring/judge-table.ts";
import type { ScoringReport } from "../suites/scoring/results.ts";
import { describeModel, describePlanted, describeShuffled } from "./describe.ts";
import { escapeHtml } from "./html/escape.ts";
import { figureHtml, tableHtml } from "./html/figure.ts";
import { histogramChart } from "./html/histogram-chart.ts";
import { reliabilityChart } from "./html/reliability-chart.ts";
import { style } from "./html/style.ts";
import { thresholdCharts } from "./html/threshold-charts.ts";
import { count, fraction, percent, range } from "./numbers.ts";
import {
  bandTable,
  fewLabelTable,
  fieldTable,
  figuresTable,
  floorTable,
  summaryTable,
  targetingTable,
} from "./scoring-tables.ts";

interface Section {
  title: string;
  html: string;
}

/** The whole report as one HTML page that needs nothing else: no scripts, no fonts, no network. */
export function scoringHtml(report: ScoringReport): string {
  const sections = sectionsOf(report);
  const held = report.floors.filter(({ value, target }) => target?.holds(value)).length;
  const floors = report.floors.length === 0 ? "" : ` ${held} of ${report.floors.length} floors hold.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)} · Rapport evaluation</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
<p class="lead">How good, how calibrated and how honest scores are, measured on leads that the model has not seen.${floors}</p>
${report.absent.map((text) => `<p class="missed">${escapeHtml(text)}</p>`).join("\n")}
${sections.length > 1 ? `<nav>${sections.map(({ title }) => `<a href="#${anchor(title)}">${escapeHtml(title)}</a>`).join("\n")}</nav>` : ""}
${sections.map(({ title, html }) => `<section id="${anchor(title)}">\n<h2>${escapeHtml(title)}</h2>\n${html}\n</section>`).join("\n")}
</body>
</html>
`;
}

function sectionsOf(report: ScoringReport): Section[] {
  const { tables, floors, shuffled, planted, fewLabels, coverage } = report;
  return [
    ...(floors.length > 0 ? [{ title: "Floors", html: tableHtml(floorTable(report)) }] : []),
    ...(tables.length > 1 ? [{ title: "Tables", html: tableHtml(summaryTable(tables)) }] : []),
    ...tables.map((result) => ({ title: result.name, html: tableSection(result) })),
    ...(shuffled ? [{ title: "Shuffled outcomes", html: paragraph(describeShuffled(shuffled)) }] : []),
    ...(planted ? [{ title: "Planted leaks", html: paragraph(describePlanted(planted)) }] : []),
    ...(fewLabels.length > 0 ? [{ title: "Few labels", html: fewLabelSection(report) }] : []),
    ...(coverage.length > 0 ? [{ title: "Interval coverage", html: coverageSection(report) }] : []),
  ];
}

function fewLabelSection({ fewLabels }: ScoringReport): string {
  const about =
    "Mean AUC on fresh leads over made-up businesses, with its standard error. A pair stands for so many won and so many lost; intervals at such sizes are judged under interval coverage.";
  const each = `<details><summary>Each business</summary>${tableHtml(fewLabelsTable(fewLabels))}</details>`;
  return paragraph(about) + tableHtml(fewLabelTable(fewLabels)) + each;
}

function coverageSection({ coverage, resplits }: ScoringReport): string {
  const about =
    "Share of fresh leads whose true chance lies within the 90 % interval of their score, in percent with its standard error; w: mean width of the intervals in points. Columns: leads trained on.";
  const apart = resplits
    ? `Two models of disjoint halves of bank_additional differ by no more than the chance part of their intervals in ${shareText(resplits.chance)} % of cases.`
    : "";
  return paragraph(about) + tableHtml(coverageTable(coverage)) + paragraph(apart);
}

function tableSection(result: TableResult): string {
  const charts = [reliabilityChart(result), histogramChart(result), ...thresholdCharts(result)];
  return [
    `<p class="about">${escapeHtml(describeModel(result))}</p>`,
    keyFigures(result),
    `<div class="charts">${charts.map(figureHtml).join("\n")}</div>`,
    '<div class="tables">',
    tableHtml(figuresTable(result), "Figures of the test rows"),
    `<div>${tableHtml(targetingTable(result), "The best-scored leads")}${tableHtml(bandTable(result), "Bands")}</div>`,
    "</div>",
    result.findings.fields.length > 0
      ? tableHtml(fieldTable(result), "Fields that may know the outcome")
      : "",
  ].join("\n");
}

function keyFigures({ metrics, intervals, eceFloor, targeting, range: [low, high] }: TableResult): string {
  const lift = targeting[0]?.lift;
  const figures: [string, string, string][] = [
    ["AUC", fraction(metrics.auc), `95 %: ${range(intervals.auc)}`],
    ["log loss", fraction(metrics.logLoss), `base rate: ${fraction(metrics.baseLogLoss)}`],
    ["ECE15", fraction(metrics.ece15, 4), `chance alone: ${fraction(eceFloor.mean, 4)}`],
    [
      "lift at 10 %",
      metrics.lift10.toFixed(2),
      lift ? `95 %: ${lift.low.toFixed(2)}–${lift.high.toFixed(2)}` : "",
    ],
    ["won", percent(metrics.won / metrics.leads), `of ${count(metrics.leads)} test rows`],
    ["scores", `${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}`, "lowest and highest"],
  ];
  const items = figures.map(
    ([name, value, beside]) => `<div><dt>${name}</dt><dd>${value}<small>${beside}</small></dd></div>`,
  );
  return `<dl class="key">${items.join("")}</dl>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function anchor(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
