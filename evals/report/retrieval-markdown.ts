import type { RetrievalReport } from "../suites/retrieval/results.ts";
import { markdownTable } from "./data-table.ts";
import {
  answerTable,
  describeAnswers,
  describeSet,
  differenceTable,
  exampleTable,
  retrievalFloorTable,
  systemTable,
} from "./retrieval-tables.ts";

/** The whole report as Markdown. */
export function retrievalMarkdown(report: RetrievalReport): string {
  const { sets, differences, answers, floors, absent } = report;
  const parts = [
    `# ${report.title}`,
    ...absent.map((text) => `**${text}**`),
    ...(floors.length > 0 ? ["## Floors", markdownTable(retrievalFloorTable(report))] : []),
    ...sets.flatMap((set) => [`## ${set.name}`, describeSet(set), markdownTable(systemTable(set))]),
    ...(differences.length > 0
      ? ["## What each part is worth", "On the same queries.", markdownTable(differenceTable(report))]
      : []),
    ...(answers ? ["## Answers", describeAnswers(answers), markdownTable(answerTable(answers))] : []),
    ...(answers && answers.examples.length > 0 ? [markdownTable(exampleTable(answers))] : []),
    ...(answers?.unsupported.slice(0, 5).map((text) => `- unsupported: ${text.replaceAll("\n", " ")}`) ?? []),
  ];
  return `${parts.join("\n\n")}\n`;
}
