import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { AppError } from "#core/errors.ts";

/** A public table that Rapport is measured on; none is part of the project. */
export interface Dataset {
  name: string;
  /** Where a user gets it. */
  source: string;
  licence: string;
  /** SHA-256 of data.csv. */
  checksum: string;
  /** Below the data folder. */
  folder: string;
  /** The column that tells rows apart; none: their line does. */
  id?: string;
  outcome: OutcomeColumn;
  /** Columns that are known only with the outcome. */
  leaks: readonly string[];
}

/** The column with the outcome, and its values. */
export interface OutcomeColumn {
  column: string;
  won: readonly string[];
  lost: readonly string[];
}

export const datasets = {
  bank_additional: {
    name: "bank_additional",
    source:
      "UCI Bank Marketing, bank-additional-full.csv: https://archive.ics.uci.edu/dataset/222 (Moro, Cortez & Rita 2014)",
    licence: "CC BY 4.0",
    checksum: "bb45add91d4e02870fcde28ee4f913b78268a5aa6051e8fbe2c3e16010404355",
    folder: "leads/bank_additional",
    outcome: { column: "y", won: ["yes"], lost: ["no"] },
    leaks: ["duration"],
  },
  bank_full: {
    name: "bank_full",
    source:
      "UCI Bank Marketing, bank-full.csv: https://archive.ics.uci.edu/dataset/222 (Moro, Cortez & Rita 2014)",
    licence: "CC BY 4.0",
    checksum: "b44507c26634736d4a0619ec2d7c4b6ff56a2c63cbeb5176d3134e7b25e416f0",
    folder: "leads/bank_full",
    outcome: { column: "y", won: ["yes"], lost: ["no"] },
    leaks: ["duration"],
  },
  maven_crm: {
    name: "maven_crm",
    source:
      "Maven Analytics, CRM Sales Opportunities: https://mavenanalytics.io/data-playground (a fictitious company)",
    licence: "public domain, according to Maven Analytics",
    checksum: "d59b22ab4376c81f92eb1c1542fec0066fb76d439053021fc333f132264a8e22",
    folder: "leads/maven_crm",
    id: "opportunity_id",
    outcome: { column: "won", won: ["1"], lost: ["0"] },
    leaks: ["close_value", "close_date", "deal_stage"],
  },
} satisfies Record<string, Dataset>;

/** A row with the part that it belongs to: models are trained on train and valid, and judged by test. */
export interface TableRow {
  split: "train" | "valid" | "test";
  values: Record<string, string>;
}

/** Rows with a known outcome. */
export interface Table {
  name: string;
  id?: string;
  outcome: OutcomeColumn;
  rows: TableRow[];
}

/** How a row of a table ended. */
export function isWon({ outcome }: Table, { values }: TableRow): boolean {
  return outcome.won.includes(values[outcome.column] ?? "");
}

/** The folder with the data: RAPPORT_DATA, or ../shared/data. Evaluation alone reads this variable. */
export function dataFolder(): string {
  return resolve(process.env.RAPPORT_DATA ?? "../shared/data");
}

/**
 * Reads a table and its split, after checking that it is the one that figures are quoted for.
 * @throws AppError NOT_FOUND saying where it is looked for and where to get it; VALIDATION_FAILED on another content.
 */
export function loadTable(dataset: Dataset): Table {
  const folder = join(dataFolder(), dataset.folder);
  const file = join(folder, "data.csv");
  if (!existsSync(file) || !existsSync(join(folder, "split.csv"))) {
    throw new AppError(
      "NOT_FOUND",
      `${dataset.name} is absent: no data.csv and split.csv in ${folder}. Get it from ${dataset.source}, or set RAPPORT_DATA.`,
    );
  }
  const content = readFileSync(file);
  const checksum = createHash("sha256").update(content).digest("hex");
  if (checksum !== dataset.checksum) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${file} is another version of ${dataset.name}: its SHA-256 is ${checksum}.`,
    );
  }
  const parts = records(readFileSync(join(folder, "split.csv")));
  const rows = records(content).map((values, row) => ({ split: toSplit(parts[row]?.split), values }));
  return { name: dataset.name, id: dataset.id, outcome: dataset.outcome, rows };
}

function toSplit(text: string | undefined): TableRow["split"] {
  if (text === "train" || text === "valid" || text === "test") return text;
  throw new AppError(
    "VALIDATION_FAILED",
    `split.csv names no part for a row, but ${text}. Parts are train, valid, test.`,
  );
}

function records(content: Buffer): Record<string, string>[] {
  return parse(content, { columns: true, bom: true, skip_empty_lines: true });
}
