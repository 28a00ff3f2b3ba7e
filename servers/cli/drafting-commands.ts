import { type Command, Option } from "commander";
import { json, list, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport threads`, `drafts`, `review`, `outbox`, `rules` and `drafting-settings`. */
export function addDrafting(rapport: Command): void {
  addReviewing(rapport);
  addOutbox(rapport);
  addRules(rapport);
  addSettings(rapport);
}

const limit = () =>
  new Option("--limit <number>", "how many at most").argParser(wholeNumber("--limit", 1, 50)).default(10);

function addReviewing(rapport: Command): void {
  rapport
    .command("threads")
    .description("list the conversations that wait for an answer, with what they ask and since when")
    .addOption(
      new Option("--within-days <number>", "leave out what has waited for longer")
        .argParser(wholeNumber("--within-days", 1, 3_650))
        .default(180),
    )
    .addOption(limit())
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/drafts.ts")).threads));
  rapport
    .command("drafts")
    .description("list drafted replies that wait for a decision, each with the handle that reviews it")
    .option(
      "--statuses <names>",
      "proposed, handed_over, approved, edited, rejected, superseded, comma-separated; by default the first two",
      list,
    )
    .addOption(limit())
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/drafts.ts")).drafts));
  rapport
    .command("review")
    .argument("<handle>", "of the draft, as draft and drafts show it")
    .description("approve, edit or reject a draft; an approved one goes to the outbox")
    .option("--approve", "send it as it is")
    .option("--edit <file>", "send the text of this file instead; - reads standard input")
    .option("--reject <reason>", "do not send it, and say why")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/drafts.ts")).review));
}

function addOutbox(rapport: Command): void {
  const outbox = rapport.command("outbox").description("approved replies on their way out");
  outbox
    .command("list")
    .description("list approved replies, and whether they were handed on")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/outbox.ts")).listOutbox));
  outbox
    .command("export")
    .argument("<folder>", "is made if it is not there")
    .description("write the replies that are due as .eml files, and note that they were handed on")
    .option("--again", "also those that were handed on before, or have failed")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/outbox.ts")).exportOutbox));
}

function addRules(rapport: Command): void {
  const rules = rapport
    .command("rules")
    .description("what changes to drafts have taught, and what you have written down for them");
  const shared = (usage: string, description: string) =>
    rules.command(usage).description(description).addOption(workspace()).addOption(json());
  shared("list", "list your rules and everybody's, with where they come from")
    .option("--forgotten", "also those that were forgotten")
    .action(run(async () => (await import("./commands/rules.ts")).listRules));
  shared(
    "set <kind> <value>",
    "write down a rule: greeting, closing, tone (formal or casual), length (characters), fact or forbidden (a phrase)",
  )
    .option("--topic <intent>", "only for answers to this intent")
    .option("--everybody", "for the drafts of everybody in the workspace")
    .action(run(async () => (await import("./commands/rules.ts")).setRule));
  shared("confirm <id>", "let a suggested or forgotten rule hold").action(
    run(async () => (await import("./commands/rules.ts")).confirmRule),
  );
  shared("forget <id>", "let a rule hold no more, and never learn it again from changes").action(
    run(async () => (await import("./commands/rules.ts")).forgetRule),
  );
}

function addSettings(rapport: Command): void {
  rapport
    .command("drafting-settings")
    .description("show how drafts are made, or change it")
    .option("--from <address>", "where replies leave from when the thread does not tell; none: empty text")
    .option("--link-domains <domains>", "comma-separated; links in drafts may lead to these only", list)
    .addOption(
      new Option("--auto-draft <switch>", "let workers draft replies to what comes in").choices([
        "on",
        "off",
      ]),
    )
    .addOption(
      new Option("--share-past-replies <switch>", "use replies to others, without personal data").choices([
        "on",
        "off",
      ]),
    )
    .option("--policy <file>", "JSON of the policy by which drafts leave without a person (docs/drafting.md)")
    .option("--name <name>", "how you sign")
    .addOption(
      new Option("--max-length <characters>", "of your drafts").argParser(
        wholeNumber("--max-length", 100, 20_000),
      ),
    )
    .addOption(new Option("--automatic <switch>", "let the policy send your drafts").choices(["on", "off"]))
    .addOption(
      new Option("--delay-hours <hours>", "between a message and an automatic reply").argParser(
        wholeNumber("--delay-hours", 0, 168),
      ),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/drafting-settings.ts")).draftingSettings));
}
