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
  /** The column with the outcome, and its value for won. */
  outcome: { column: string; won: string };
  /** Columns that are known only with the outcome. */
  leaks: readonly string[];
}

export const datasets = {
  bank_additional: {
    name: "bank_additional",
    source:
      "UCI Bank Marketing, bank-additional-full.csv: https://archive.ics.uci.edu/dataset/222 (Moro, Cortez & Rita 2014)",
    licence: "CC BY 4.0",
    checksum: "bb45add91d4e02870fcde28ee4f913b78268a5aa6051e8fbe2c3e16010404355",
    folder: "leads/bank_additional",
    outcome: { column: "y", won: "yes" },
    leaks: ["duration"],
  },
  bank_full: {
    name: "bank_full",
    source:
      "UCI Bank Marketing, bank-full.csv: https://archive.ics.uci.edu/dataset/222 (Moro, Cortez & Rita 2014)",
    licence: "CC BY 4.0",
    checksum: "b44507c26634736d4a0619ec2d7c4b6ff56a2c63cbeb5176d3134e7b25e416f0",
    folder: "leads/bank_full",
    outcome: { column: "y", won: "yes" },
    leaks: ["duration"],
  },
  maven_crm: {
    name: "maven_crm",
    source:
      "Maven Analytics, CRM Sales Opportunities: https://mavenanalytics.io/data-playground (a fictitious company)",
    licence: "public domain, according to Maven Analytics",
    checksum: "d59b22ab4376c81f92eb1c1542fec0066fb76d439053021fc333f132264a8e22",
    folder: "leads/maven_crm",
    outcome: { column: "won", won: "1" },
    leaks: ["close_value", "close_date", "deal_stage"],
  },
} satisfies Record<string, Dataset>;

/** A table's rows with the part that each belongs to. */
export interface Table {
  rows: { split: string; values: Record<string, string> }[];
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
  return { rows: records(content).map((values, row) => ({ split: parts[row]?.split ?? "", values })) };
}

function records(content: Buffer): Record<string, string>[] {
  return parse(content, { columns: true, bom: true, skip_empty_lines: true });
}
