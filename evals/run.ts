import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { AppError } from "#core/errors.ts";
import { readCsvTable } from "./read-csv-table.ts";
import { allHold } from "./report/figure-table.ts";
import { scoringHtml } from "./report/scoring-html.ts";
import { scoringJson } from "./report/scoring-json.ts";
import { scoringMarkdown } from "./report/scoring-markdown.ts";
import type { ScoringReport } from "./suites/scoring/results.ts";
import {
  nothingMeasured,
  runScoring,
  type ScoringPart,
  scoreCase,
  scoringParts,
} from "./suites/scoring/run-scoring.ts";

// `npm run evals -- scoring`: measures how good, how honest and how fast scoring is, prints it and writes it to evals/results/.
// The exit status says whether the floors hold. With --csv the same is measured of any table, and nothing is demanded.

interface Options {
  csv?: string;
  outcome?: string;
  won?: string[];
  lost?: string[];
  ignore: string[];
  id?: string;
  inMemory: boolean;
  parts: ScoringPart[];
  out: string;
}

const list = (text: string) =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

const program = new Command("evals").description("measures Rapport on known outcomes");
program
  .command("scoring", { isDefault: true })
  .description("lead scoring: ranking, calibration, honesty, intervals and speed")
  .option("--csv <file>", "measure this table instead of the public ones")
  .option("--outcome <column>", "the column that says how a lead ended")
  .option("--won <values>", "its values that mean won, comma-separated", list)
  .option("--lost <values>", "its values that mean lost; by default all others", list)
  .option("--ignore <columns>", "columns to leave out, comma-separated", list, [])
  .option("--id <column>", "the column that identifies a row; by default the line does")
  .option("--in-memory", "train without importing into a database: quicker", false)
  .option("--through-product", "import, train and score as users do; the default")
  .addOption(
    new Option("--parts <names>", `of the public suite: ${scoringParts.join(", ")}`)
      .argParser(toParts)
      .default([...scoringParts]),
  )
  .option("--out <folder>", "where the reports go", join(import.meta.dirname, "results"))
  .action(async (options: Options) => {
    const report = await (options.csv === undefined ? ofPublicTables(options) : ofCsv(options.csv, options));
    process.stdout.write(scoringMarkdown(report));
    write(report, options);
    if (!allHold(report.floors)) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function ofPublicTables({ parts, inMemory }: Options): Promise<ScoringReport> {
  return runScoring({ parts, inMemory, onProgress });
}

async function ofCsv(
  file: string,
  { outcome, won, lost, ignore, id, inMemory }: Options,
): Promise<ScoringReport> {
  if (!outcome || !won) {
    throw new AppError("VALIDATION_FAILED", "--csv needs --outcome COLUMN and --won VALUES.");
  }
  const table = await readCsvTable({ file, outcome, won, lost, id });
  const result = await scoreCase({ name: table.name, table, ignore }, { inMemory, onProgress });
  return { ...nothingMeasured(), title: table.name, tables: [result], floors: [] };
}

function write(report: ScoringReport, { out, csv }: Options): void {
  mkdirSync(out, { recursive: true });
  const name = join(
    resolve(out),
    csv === undefined ? "scoring" : `scoring-${report.title.replace(/\W+/g, "-")}`,
  );
  writeFileSync(`${name}.json`, scoringJson(report));
  writeFileSync(`${name}.md`, scoringMarkdown(report));
  writeFileSync(`${name}.html`, scoringHtml(report));
  process.stdout.write(`\nWritten to ${name}.html, .md and .json\n`);
}

function onProgress(text: string): void {
  process.stderr.write(`… ${text}\n`);
}

function toParts(text: string): ScoringPart[] {
  return list(text).map((word) => {
    const part = scoringParts.find((known) => known === word);
    if (part) return part;
    throw new AppError(
      "VALIDATION_FAILED",
      `There is no part ${word}. Parts are ${scoringParts.join(", ")}.`,
    );
  });
}
