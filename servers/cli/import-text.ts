import type { Rapport } from "../compose/compose.ts";
import { columns, count } from "./output.ts";

type Summary = Awaited<ReturnType<Rapport["operations"]["importContacts"]>>;

const errorsShown = 10;

/** What an import did, for people: what became of each column, what was stored, what was left out and why. */
export function importText(summary: Summary, errorFile: string | undefined): string {
  const { kind, file, dryRun, imported, updated, unchanged, skipped, contactsCreated, warnings, seconds } =
    summary;
  const done = dryRun ? "would be imported" : "imported";
  return [
    ...(summary.mapping.length > 0 ? [mappingText(summary.mapping)] : []),
    `${kind} from ${file}: ${count(imported)} ${done}, ${count(updated)} updated, ${count(unchanged)} unchanged, ${count(skipped)} skipped (${seconds.toFixed(1)} s)`,
    ...(contactsCreated > 0 ? [`${count(contactsCreated)} contacts were new and have been made.`] : []),
    ...warnings.map((warning) => `Note: ${warning}`),
    ...errorLines(summary, errorFile),
    ...(dryRun ? ["Nothing was written: this was a dry run."] : []),
  ].join("\n");
}

/** What becomes of each column, a line each. */
export function mappingText(mapping: Summary["mapping"]): string {
  if (mapping.length === 0) return "";
  const rows = mapping.map(({ column, field, type, examples, note }): [string, string] => {
    const shown = examples
      .slice(0, 2)
      .map((example) => (example.length > 24 ? `${example.slice(0, 24)}…` : example));
    return [
      `  ${column}`,
      `-> ${field} (${type}${shown.length > 0 ? `: ${shown.join(", ")}` : ""})${note ? ` ${note}` : ""}`,
    ];
  });
  return `Columns:\n${columns(rows)}`;
}

function errorLines({ errors, errorCount }: Summary, errorFile: string | undefined): string[] {
  if (errorCount === 0) return [];
  const shown = errors.slice(0, errorsShown).map((bad) => `  line ${bad.line}: ${bad.reason}`);
  const hidden = errorCount - shown.length;
  const rest = errorFile ? `  all of them are in ${errorFile}` : "  --errors <file> writes all of them";
  return ["Skipped:", ...shown, ...(hidden > 0 ? [`  and ${count(hidden)} more`] : []), rest];
}
