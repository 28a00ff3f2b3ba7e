import { type DataTable, markdownTable } from "./data-table.ts";
import { type Figure, shownValue, verdictOf } from "./figure-table.ts";
import { escapeHtml } from "./html/escape.ts";
import { tableHtml } from "./html/figure.ts";
import { style } from "./html/style.ts";

/** A report of floors and tables, which is all that small suites need. */
export interface FloorReport {
  title: string;
  /** What the report is about, in a sentence. */
  lead: string;
  floors: Figure[];
  sections: { title: string; about: string; table: DataTable }[];
  /** What is missing, with where to get it. */
  absent: string[];
}

/** The report as Markdown. */
export function floorMarkdown(report: FloorReport): string {
  const { title, lead, floors, sections, absent } = report;
  const parts = [
    `# ${title}`,
    lead,
    ...absent.map((text) => `**${text}**`),
    ...(floors.length > 0 ? ["## Floors", markdownTable(floorTable(report))] : []),
    ...sections.flatMap((section) => [`## ${section.title}`, section.about, markdownTable(section.table)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The report for machines. */
export function floorJson(report: FloorReport): string {
  const floors = report.floors.map((floor) => ({
    ...floor,
    target: floor.target?.text,
    verdict: verdictOf(floor),
  }));
  return `${JSON.stringify({ ...report, floors }, null, 1)}\n`;
}

/** The report as one HTML page that needs nothing else. */
export function floorHtml(report: FloorReport): string {
  const { title, lead, floors, sections, absent } = report;
  const shown = [
    ...(floors.length > 0 ? [{ title: "Floors", about: "", table: floorTable(report) }] : []),
    ...sections,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Rapport evaluation</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(lead)}</p>
${absent.map((text) => `<p class="missed">${escapeHtml(text)}</p>`).join("\n")}
${shown.map((section) => `<section>\n<h2>${escapeHtml(section.title)}</h2>\n<p class="about">${escapeHtml(section.about)}</p>\n${tableHtml(section.table)}\n</section>`).join("\n")}
</body>
</html>
`;
}

function floorTable({ floors }: Pick<FloorReport, "floors">): DataTable {
  return {
    head: ["floor", "measured", "target", "verdict"],
    rows: floors.map((floor) => [floor.name, shownValue(floor), floor.target?.text ?? "", verdictOf(floor)]),
  };
}
