import { type Command, Option } from "commander";
import { json, run, wholeNumber } from "./shared-options.ts";

/** `rapport worker` and `rapport jobs …`. */
export function addJobs(rapport: Command): void {
  rapport
    .command("worker")
    .description("work on jobs until told to stop; any number of them share the work (docs/jobs.md)")
    .action(run(async () => (await import("./commands/worker.ts")).worker));
  const jobs = rapport.command("jobs").description("jobs of all workspaces, as workers see them");
  jobs
    .command("list")
    .description("jobs, the newest first")
    .option("--queue <name>", "only of this queue")
    .addOption(
      new Option("--state <state>", "only in this state").choices([
        "created",
        "retry",
        "active",
        "completed",
        "cancelled",
        "failed",
      ]),
    )
    .option("--limit <number>", "at most so many", wholeNumber("A limit", 1, 1_000), 50)
    .addOption(json())
    .action(run(async () => (await import("./commands/jobs.ts")).listJobs));
  jobs
    .command("dead")
    .description("jobs that failed in every try, with the reason")
    .addOption(json())
    .action(run(async () => (await import("./commands/jobs.ts")).listDead));
  jobs
    .command("show <id>")
    .description("one job: what it is about, its tries, its error")
    .addOption(json())
    .action(run(async () => (await import("./commands/jobs.ts")).showJob));
  jobs
    .command("requeue [id]")
    .description("put a dead letter back into its queue, or all of them with --all")
    .option("--all", "every dead letter")
    .addOption(json())
    .action(run(async () => (await import("./commands/jobs.ts")).requeue));
}
