import { type Command, Option } from "commander";
import { json, run, workspace } from "./shared-options.ts";

/** `rapport journey`, `rapport funnel` and `rapport stages …` */
export function addJourney(rapport: Command): void {
  rapport
    .command("journey")
    .argument("<contact>", "id, email or name of the contact")
    .description("show how far a contact came, what stands in the way, and what won contacts had by then")
    .option("--as-of <moment>", "only what was known before this ISO date and time; default now")
    .addOption(new Option("--time-zone <name>", "whose days are shown, such as Europe/Berlin").default("UTC"))
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/journey.ts")).journey));
  rapport
    .command("funnel")
    .description(
      "show how all contacts move: stages and conversion, time to won, what came next, removal effects, cohorts",
    )
    .option("--as-of <moment>", "only what was known before this ISO date and time; default now")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/funnel.ts")).funnel));
  const stages = rapport
    .command("stages")
    .description("the stages that journeys are read by, and what reaches each");
  const shared = (usage: string, description: string) =>
    stages.command(usage).description(description).addOption(workspace()).addOption(json());
  shared("show", "the stages in use; with --json as a file for set").action(
    run(async () => (await import("./commands/stages.ts")).showStages),
  );
  shared("set <file>", "take the stages of a JSON file; docs/journeys.md has an example").action(
    run(async () => (await import("./commands/stages.ts")).setStages),
  );
  shared("reset", "go back to contacted, engaged, toured, offer, closed").action(
    run(async () => (await import("./commands/stages.ts")).resetStages),
  );
  shared("labels", "what the sources call their interactions: what rules can name").action(
    run(async () => (await import("./commands/stages.ts")).stageLabels),
  );
}
