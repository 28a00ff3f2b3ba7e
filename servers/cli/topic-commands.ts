import { type Command, Option } from "commander";
import { period } from "./period-option.ts";
import { json, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport topics`. */
export function addTopics(rapport: Command): void {
  rapport
    .command("topics")
    .description("list what contacts write of more than before, and what they object, with their sentences")
    .option(
      "--period <from..to>",
      "days, such as 2026-08-01..2026-11-01, the last one not in it; by default the last 90 days",
      period,
    )
    .option("--time-zone <name>", "whose days count, such as Europe/Berlin; by default UTC")
    .addOption(
      new Option("--limit <number>", "how many topics at most")
        .argParser(wholeNumber("--limit", 1, 20))
        .default(10),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/topics.ts")).topics));
}
