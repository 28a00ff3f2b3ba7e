import { basename } from "node:path";
import { AppError } from "#core/errors.ts";
import { openCsv } from "#knowledge/import/csv-table.ts";
import { fileSource } from "#knowledge/import/source.ts";
import { stableHash } from "#knowledge/scoring/stable-hash.ts";
import type { OutcomeColumn, Table, TableRow } from "./datasets.ts";

/** A file of anybody's, and where its outcome stands. */
export interface CsvQuestion {
  file: string;
  outcome: string;
  won: readonly string[];
  /** All other values that are not blank, by default. */
  lost?: readonly string[];
  id?: string;
}

/**
 * Reads a CSV file as a table: 60 % of the rows train, 20 % valid, 20 % test, dealt by a hash of the id or of the row's place.
 * Rows whose outcome is neither won nor lost are left out.
 * @throws AppError NOT_FOUND without the file; VALIDATION_FAILED when a column is missing or an outcome never occurs.
 */
export async function readCsvTable(question: CsvQuestion): Promise<Table> {
  const csv = await openCsv(fileSource(question.file));
  for (const column of [question.outcome, ...(question.id ? [question.id] : [])]) {
    if (!csv.columns.includes(column)) throw wrong(`has no column ${column}`, question, csv.columns);
  }
  const named = (cells: readonly string[]) =>
    Object.fromEntries(csv.columns.map((name, c) => [name, cells[c] ?? ""]));
  const all: Record<string, string>[] = [];
  for await (const { rows } of csv.rows()) all.push(...rows.map(({ cells }) => named(cells)));
  const outcome = outcomeOf(question, all);
  const ended = all.filter((values) =>
    [...outcome.won, ...outcome.lost].includes(values[outcome.column] ?? ""),
  );
  const rows = ended.map((values, place): TableRow => {
    const key = question.id ? values[question.id] : undefined;
    return { split: splitOf(key ?? String(place)), values };
  });
  return { name: basename(question.file).replace(/\.\w+$/, ""), id: question.id, outcome, rows };
}

function outcomeOf(
  { outcome, won, lost, ...question }: CsvQuestion,
  rows: Record<string, string>[],
): OutcomeColumn {
  const seen = [...new Set(rows.map((values) => values[outcome] ?? ""))].filter((value) => value !== "");
  const others = lost ?? seen.filter((value) => !won.includes(value));
  if (!seen.some((value) => won.includes(value)) || !seen.some((value) => others.includes(value))) {
    throw wrong(`must have won and lost rows in ${outcome}`, { outcome, won, ...question }, seen);
  }
  return { column: outcome, won, lost: others };
}

function splitOf(key: string): TableRow["split"] {
  const part = stableHash(key, 60_20_20) % 100;
  return part < 60 ? "train" : part < 80 ? "valid" : "test";
}

function wrong(what: string, { file }: CsvQuestion, found: readonly string[]): AppError {
  const shown = found.slice(0, 40).join(", ");
  return new AppError("VALIDATION_FAILED", `${file} ${what}. It has: ${shown}.`);
}
