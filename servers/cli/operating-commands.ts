import { type Command, Option } from "commander";
import { json, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport usage`, `limits` and `audit`. */
export function addOperating(rapport: Command): void {
  rapport
    .command("usage")
    .description("what the workspace used of language models: calls, tokens and cost by model and tool")
    .option("--since <moment>", "an ISO date and time; by default 30 days ago")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/usage.ts")).usage));
  const limits = rapport.command("limits").description("how much of the service the workspace may use");
  limits
    .command("show")
    .description("show the limits, and what was used of today's budget for language models")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/limits.ts")).showLimits));
  const requests = (option: string, what: string) =>
    new Option(`--${option} <number>`, what).argParser(wholeNumber(`--${option}`, 1, 1_000_000));
  limits
    .command("set")
    .description("change the limits that are given")
    .addOption(requests("requests", "a minute, of the whole workspace"))
    .addOption(requests("requests-user", "a minute, of one user"))
    .addOption(requests("requests-key", "a minute, of one API key"))
    .option("--tokens <number>", "of language models a day (UTC)", wholeNumber("--tokens", 0, 1e12))
    .option("--usd <amount>", "for language models a day (UTC)", Number)
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/limits.ts")).setLimits));
  rapport
    .command("audit")
    .description("who wrote, sent or was refused what, newest first")
    .option("--since <moment>", "an ISO date and time; by default 30 days ago")
    .option("--actor <user>", "of one user or key only")
    .addOption(
      new Option("--limit <number>", "how many at most")
        .argParser(wholeNumber("--limit", 1, 10_000))
        .default(100),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/audit.ts")).audit));
}
