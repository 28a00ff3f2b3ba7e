import { type Command, Option } from "commander";
import { json, list, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport opportunities`. */
export function addOpportunities(rapport: Command): void {
  rapport
    .command("opportunities")
    .description(
      "list with whom acting now may win something: hot leads nobody answered, open questions, leads gone quiet, customers who may buy again",
    )
    .option(
      "--kinds <names>",
      "hot_unanswered, unanswered_questions, gone_quiet, upsell, comma-separated; by default all",
      list,
    )
    .addOption(
      new Option("--limit <number>", "how many at most").argParser(wholeNumber("--limit", 1, 50)).default(10),
    )
    .option("--cursor <cursor>", "go on where a page ended")
    .addOption(
      new Option("--as-of <moment>", "only what was known before this ISO date and time; default now"),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/opportunities.ts")).opportunities));
}
