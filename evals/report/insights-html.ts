import type { InsightsReport } from "../suites/insights/results.ts";
import { escapeHtml } from "./html/escape.ts";
import { figureHtml, tableHtml } from "./html/figure.ts";
import { style } from "./html/style.ts";
import { kindChart } from "./insights-chart.ts";
import { insightsSections, type ReportSection } from "./insights-sections.ts";

/** The whole report as one HTML page that needs nothing else: no scripts, no fonts, no network. */
export function insightsHtml(report: InsightsReport): string {
  const sections = insightsSections(report);
  const held = report.floors.filter(({ value, target }) => target?.holds(value)).length;
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
<p class="lead">Whether findings are there when something is, and absent when nothing is. ${held} of ${report.floors.length} floors hold.</p>
${report.absent.map((text) => `<p class="missed">${escapeHtml(text)}</p>`).join("\n")}
<nav>${sections.map((section) => `<a href="#${anchor(section.title)}">${escapeHtml(section.title)}</a>`).join("\n")}</nav>
${sections.map((section) => sectionHtml(section, report)).join("\n")}
</body>
</html>
`;
}

function sectionHtml({ title, about, tables }: ReportSection, { planted }: InsightsReport): string {
  const charts =
    title === "Planted effects" && planted
      ? `<div class="charts">${(["recall", "precision"] as const).map((figure) => figureHtml(kindChart(planted, figure))).join("\n")}</div>`
      : "";
  return [
    `<section id="${anchor(title)}">`,
    `<h2>${escapeHtml(title)}</h2>`,
    about ? `<p class="about">${escapeHtml(about)}</p>` : "",
    charts,
    ...tables.map((table) => tableHtml(table)),
    "</section>",
  ].join("\n");
}

function anchor(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
