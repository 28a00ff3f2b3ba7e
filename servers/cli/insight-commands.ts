import { type Command, Option } from "commander";
import { json, list, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport insights`, `rapport replay` and `rapport metrics`. */
export function addInsights(rapport: Command): void {
  rapport
    .command("insights")
    .description("find what changed in a period: tested, ranked, each with its figures and its confidence")
    .option("--segment <text>", "only these contacts, as source=Referral, status=LEAD")
    .option("--from <day>", "the first day, as 2026-01-31; default 90 days before the last")
    .option("--to <day>", "the first day that is not in it any more; default today")
    .option("--as-of <moment>", "only what was known before this day or moment; default now")
    .option("--metrics <ids>", "comma-separated; default all (rapport metrics lists them)", list)
    .option("--time-zone <name>", "whose days count, such as Europe/Berlin; default UTC")
    .option("--question <text>", "what you want to know: a configured language model chooses by it")
    .addOption(
      new Option("--limit <number>", "how many at most").argParser(wholeNumber("--limit", 1, 30)).default(12),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/insights.ts")).insights));
  rapport
    .command("replay")
    .argument("<handle>", "as insights told it")
    .description(
      "run an earlier insights again on the records as they are now, and say whether it still holds",
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/insights.ts")).replay));
  rapport
    .command("metrics")
    .description("list the metrics that insights are made of, with formula, unit, grain and what counts")
    .addOption(json())
    .action(run(async () => (await import("./commands/metrics.ts")).metrics));
}
