import { type Command, Option } from "commander";
import { json, list, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport webhooks`, `secrets` and `export`. */
export function addExchange(rapport: Command): void {
  addWebhooks(rapport);
  addSecrets(rapport);
  rapport
    .command("export")
    .description(
      "print every record as JSON lines, or what has changed since a cursor; the next cursor on stderr",
    )
    .option("--since <cursor>", "where an export before this one ended")
    .option("--types <types>", "comma-separated: contact, interaction, outcome, score; by default all", list)
    .addOption(new Option("--format <format>", "of what is printed").choices(["jsonl"]).default("jsonl"))
    .addOption(workspace())
    .action(run(async () => (await import("./commands/export.ts")).exportRecords));
}

function addWebhooks(rapport: Command): void {
  const webhooks = rapport
    .command("webhooks")
    .description("where events are sent, and who may send messages here (docs/webhooks.md)");
  const shared = (usage: string, description: string) =>
    webhooks.command(usage).description(description).addOption(workspace()).addOption(json());
  const limit = () =>
    new Option("--limit <number>", "how many at most").argParser(wholeNumber("--limit", 1, 200)).default(50);
  shared("list", "the endpoints that events are sent to").action(
    run(async () => (await import("./commands/webhooks.ts")).listEndpoints),
  );
  shared("add <url>", "send events there from now on; the secret of its messages is shown once")
    .option("--events <types>", "comma-separated, such as contact.created; by default all", list)
    .action(run(async () => (await import("./commands/webhooks.ts")).addEndpoint));
  shared("remove <endpoint>", "send nothing there any more").action(
    run(async () => (await import("./commands/webhooks.ts")).removeEndpoint),
  );
  shared("enable <endpoint>", "send again to an endpoint that was disabled").action(
    run(async () => (await import("./commands/webhooks.ts")).enableEndpoint),
  );
  shared("test <endpoint>", "send it a message now").action(
    run(async () => (await import("./commands/webhooks.ts")).testEndpoint),
  );
  shared("deliveries <endpoint>", "its messages, newest first")
    .addOption(new Option("--status <status>", "only these").choices(["waiting", "delivered", "failed"]))
    .addOption(limit())
    .action(run(async () => (await import("./commands/webhooks.ts")).listDeliveries));
  shared("retry <endpoint> <delivery>", "send a message again, now and once").action(
    run(async () => (await import("./commands/webhooks.ts")).retryDelivery),
  );
  shared("sources", "the systems that may send messages here").action(
    run(async () => (await import("./commands/webhook-sources.ts")).listSources),
  );
  shared("add-source <name>", "let a system send messages; its secret is shown once").action(
    run(async () => (await import("./commands/webhook-sources.ts")).addSource),
  );
  shared("remove-source <source>", "take nothing from it any more").action(
    run(async () => (await import("./commands/webhook-sources.ts")).removeSource),
  );
  shared("messages", "received messages, newest first")
    .option("--failed", "only those that could not be carried out, with why")
    .addOption(limit())
    .action(run(async () => (await import("./commands/webhook-sources.ts")).listMessages));
  shared("process [message]", "work on a message again, or on all that failed").action(
    run(async () => (await import("./commands/webhook-sources.ts")).processMessages),
  );
}

function addSecrets(rapport: Command): void {
  const secrets = rapport
    .command("secrets")
    .description("the keys that stored secrets are encrypted with (docs/webhooks.md)");
  secrets
    .command("generate-key")
    .description("print a new key for RAPPORT_ENCRYPTION_KEYS; nothing is stored")
    .addOption(
      new Option("--key-version <number>", "one above the highest in use")
        .argParser(wholeNumber("--key-version", 1, 999_999))
        .default(1),
    )
    .action(run(async () => (await import("./commands/secrets.ts")).generateKey));
  secrets
    .command("rotate")
    .description("encrypt every stored secret of every workspace with the newest key")
    .addOption(json())
    .action(run(async () => (await import("./commands/secrets.ts")).rotateSecrets));
}
