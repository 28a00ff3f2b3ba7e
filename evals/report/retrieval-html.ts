import type { RetrievalReport, SetResult } from "../suites/retrieval/results.ts";
import { escapeHtml } from "./html/escape.ts";
import { figureHtml, tableHtml } from "./html/figure.ts";
import { style } from "./html/style.ts";
import { rankingChart } from "./retrieval-chart.ts";
import {
  answerTable,
  describeAnswers,
  describeSet,
  differenceTable,
  exampleTable,
  retrievalFloorTable,
  systemTable,
} from "./retrieval-tables.ts";

interface Section {
  title: string;
  html: string;
}

/** The whole report as one HTML page that needs nothing else: no scripts, no fonts, no network. */
export function retrievalHtml(report: RetrievalReport): string {
  const sections = sectionsOf(report);
  const held = report.floors.filter(({ value, target }) => target?.holds(value)).length;
  const floors = report.floors.length === 0 ? "" : ` ${held} of ${report.floors.length} floors hold.`;
  const title = escapeHtml(report.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Rapport evaluation</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p class="lead">How well the records are searched, and whether answers rest on them.${floors}</p>
${report.absent.map((text) => `<p class="missed">${escapeHtml(text)}</p>`).join("\n")}
<nav>${sections.map((section) => `<a href="#${anchor(section.title)}">${escapeHtml(section.title)}</a>`).join("\n")}</nav>
${sections.map((section) => `<section id="${anchor(section.title)}">\n<h2>${escapeHtml(section.title)}</h2>\n${section.html}\n</section>`).join("\n")}
</body>
</html>
`;
}

function sectionsOf(report: RetrievalReport): Section[] {
  const { sets, differences, floors, answers } = report;
  return [
    ...(floors.length > 0 ? [{ title: "Floors", html: tableHtml(retrievalFloorTable(report)) }] : []),
    ...sets.map((set) => ({ title: set.name, html: setHtml(set) })),
    ...(differences.length > 0
      ? [{ title: "What each part is worth", html: tableHtml(differenceTable(report)) }]
      : []),
    ...(answers ? [{ title: "Answers", html: answersHtml(answers) }] : []),
  ];
}

function setHtml(set: SetResult): string {
  const charts = (["ndcg10", "recall"] as const).map((metric) => figureHtml(rankingChart(set, metric)));
  return [
    about(describeSet(set)),
    `<div class="charts">${charts.join("\n")}</div>`,
    tableHtml(systemTable(set)),
  ].join("\n");
}

function answersHtml(answers: NonNullable<RetrievalReport["answers"]>): string {
  const examples =
    answers.examples.length > 0 ? tableHtml(exampleTable(answers), "Some that went wrong") : "";
  return [about(describeAnswers(answers)), tableHtml(answerTable(answers)), examples].join("\n");
}

function about(text: string): string {
  return `<p class="about">${escapeHtml(text)}</p>`;
}

function anchor(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
