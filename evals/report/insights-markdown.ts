import type { InsightsReport } from "../suites/insights/results.ts";
import { markdownTable } from "./data-table.ts";
import { insightsSections } from "./insights-sections.ts";

/** The whole report as Markdown. */
export function insightsMarkdown(report: InsightsReport): string {
  const parts = [
    `# ${report.title}`,
    ...report.absent.map((text) => `**${text}**`),
    ...insightsSections(report).flatMap(({ title, about, tables }) => [
      `## ${title}`,
      ...(about ? [about] : []),
      ...tables.map(markdownTable),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}
