import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import type { KindResult, PrivacyReport, TextsResult } from "../suites/privacy/results.ts";
import { type DataTable, markdownTable } from "./data-table.ts";
import { shownValue, verdictOf } from "./figure-table.ts";
import { escapeHtml } from "./html/escape.ts";
import { tableHtml } from "./html/figure.ts";
import { style } from "./html/style.ts";

/** The whole report as Markdown. */
export function privacyMarkdown(report: PrivacyReport): string {
  const parts = [
    `# ${report.title}`,
    ...report.absent.map((text) => `**${text}**`),
    "## Floors",
    markdownTable(floorTable(report)),
    ...report.sets.flatMap((set) => [
      `## ${set.name}`,
      describe(set),
      markdownTable(kindTable(set)),
      ...(set.missed.length + set.wrong.length > 0
        ? [
            listOf(set)
              .map((text) => `- ${text}`)
              .join("\n"),
          ]
        : []),
    ]),
    "## False alarms",
    describeAlarms(report),
    ...(report.alarms.alarms.length > 0 ? [report.alarms.alarms.map((text) => `- ${text}`).join("\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The whole report for machines. */
export function privacyJson(report: PrivacyReport): string {
  const floors = report.floors.map((floor) => ({
    name: floor.name,
    value: floor.value,
    target: floor.target?.text,
    verdict: verdictOf(floor),
  }));
  return `${JSON.stringify({ ...report, floors }, null, 1)}\n`;
}

/** The whole report as one HTML page that needs nothing else. */
export function privacyHtml(report: PrivacyReport): string {
  const title = escapeHtml(report.title);
  const sections = report.sets.map(
    (set) =>
      `<section><h2>${escapeHtml(set.name)}</h2><p class="about">${escapeHtml(describe(set))}</p>${tableHtml(kindTable(set))}<ul>${listOf(
        set,
      )
        .map((text) => `<li>${escapeHtml(text)}</li>`)
        .join("")}</ul></section>`,
  );
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
<p class="lead">How much of the personal data in texts is found, and how often something else is taken for it.</p>
${report.absent.map((text) => `<p class="missed">${escapeHtml(text)}</p>`).join("\n")}
<section><h2>Floors</h2>${tableHtml(floorTable(report))}</section>
${sections.join("\n")}
<section><h2>False alarms</h2><p class="about">${escapeHtml(describeAlarms(report))}</p></section>
</body>
</html>
`;
}

function floorTable({ floors }: PrivacyReport): DataTable {
  return {
    head: ["floor", "measured", "target", "verdict"],
    rows: floors.map((floor) => [floor.name, shownValue(floor), floor.target?.text ?? "", verdictOf(floor)]),
  };
}

function kindTable({ kinds }: TextsResult): DataTable {
  return {
    head: ["kind", "marked", "recall (95 %)", "hidden", "found", "precision (95 %)"],
    rows: kinds.map((kind) => [
      kind.kind,
      String(kind.gold),
      share(kind.found, kind.gold),
      share(kind.hidden, kind.gold, false),
      String(kind.predicted),
      share(kind.right, kind.predicted),
    ]),
  };
}

function share(hits: KindResult["found"], of: number, hasInterval = true): string {
  if (of === 0) return "";
  if (!hasInterval) return (hits / of).toFixed(3);
  const { low, high } = wilsonInterval(hits, of);
  return `${(hits / of).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}

function describe({ about, texts }: TextsResult): string {
  return `${texts} texts: ${about}. Recall counts what is found whole and as its kind; hidden, whole and as any kind.`;
}

function describeAlarms({ alarms }: PrivacyReport): string {
  return `${alarms.messages} messages of the sample workspace: ${alarms.right} finds are addresses and telephone numbers, ${alarms.alarms.length} are nothing of the kind.`;
}

function listOf({ missed, wrong }: TextsResult): string[] {
  return [...missed.map((text) => `missed ${text}`), ...wrong.map((text) => `wrong ${text}`)];
}
