import { type Command, Option } from "commander";
import { period } from "./period-option.ts";
import { json, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport report`. */
export function addReport(rapport: Command): void {
  rapport
    .command("report")
    .description(
      "write a sales report as one HTML file: figures, insights with charts, opportunities, pipeline, forecasts",
    )
    .requiredOption("--html <file>", "where to; - for standard output")
    .option(
      "--period <from..to>",
      "days, such as 2026-08-01..2026-11-01, the last one not in it; by default the last 90 days",
      period,
    )
    .option("--segment <text>", "only these contacts, such as source=Referral")
    .option("--time-zone <name>", "whose days are counted, such as Europe/Berlin; by default UTC")
    .addOption(
      new Option("--limit <number>", "how many insights at most")
        .argParser(wholeNumber("--limit", 1, 30))
        .default(12),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/report.ts")).report));
}
