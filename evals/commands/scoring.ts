import { type Command, Option } from "commander";
import { AppError } from "#core/errors.ts";
import { readCsvTable } from "../read-csv-table.ts";
import { allHold } from "../report/figure-table.ts";
import { scoringHtml } from "../report/scoring-html.ts";
import { scoringJson } from "../report/scoring-json.ts";
import { scoringMarkdown } from "../report/scoring-markdown.ts";
import type { ScoringReport } from "../suites/scoring/results.ts";
import {
  nothingMeasured,
  runScoring,
  type ScoringPart,
  scoreCase,
  scoringParts,
} from "../suites/scoring/run-scoring.ts";
import { list, listOf } from "./list.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

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

/** Adds `scoring`, which runs when no command is named. With --csv the same is measured of any table, and nothing is demanded. */
export function addScoring(program: Command): void {
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
        .argParser(listOf("part", scoringParts))
        .default([...scoringParts]),
    )
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(async (options: Options) => {
      const report = await (options.csv === undefined
        ? ofPublicTables(options)
        : ofCsv(options.csv, options));
      const markdown = scoringMarkdown(report);
      process.stdout.write(markdown);
      const name = options.csv === undefined ? "scoring" : `scoring-${report.title.replace(/\W+/g, "-")}`;
      const files = { json: scoringJson(report), markdown, html: scoringHtml(report) };
      writeReport({ out: options.out, name }, files);
      if (!allHold(report.floors)) process.exitCode = 1;
    });
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
