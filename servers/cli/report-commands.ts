import { type Command, InvalidArgumentError, Option } from "commander";
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

/** Reads `from..to`. */
function period(text: string): { from: string; to: string } {
  const [from = "", to = "", ...more] = text.split("..").map((part) => part.trim());
  if (from === "" || to === "" || more.length > 0)
    throw new InvalidArgumentError("Write it as from..to, such as 2026-08-01..2026-11-01.");
  return { from, to };
}
