import { type Command, InvalidArgumentError, Option } from "commander";
import { json, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport contacts` and `rapport retention`. */
export function addPrivacy(rapport: Command): void {
  const contacts = rapport
    .command("contacts")
    .description("what a person may ask for: a copy of their data, and its erasure (docs/security.md)");
  contacts
    .command("export")
    .argument("<contact>", "id, email or name of the contact")
    .description("all that is stored about a contact, as one JSON document")
    .addOption(new Option("--format <format>", "of the document").choices(["json"]).default("json"))
    .addOption(workspace())
    .action(run(async () => (await import("./commands/contacts.ts")).exportPerson));
  contacts
    .command("erase")
    .argument("<id>", "Rapport's id of the contact")
    .description("erase a contact and all that is known of it, from every table; it cannot be taken back")
    .option("--yes", "do not ask for its id again")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/contacts.ts")).eraseContact));
  const retention = rapport
    .command("retention")
    .description("what is kept how long (docs/operations.md); workers let it go daily");
  retention
    .command("run")
    .description("let go of what is older than its time")
    .option("--dry-run", "say what would go, and let it be")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/retention.ts")).runRetention));
  retention
    .command("set")
    .description("how long records of customers are kept; for ever by default")
    .addOption(
      new Option("--customer-data <days>", "days since the last activity, or off")
        .argParser(daysOrOff)
        .makeOptionMandatory(),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/retention.ts")).setRetention));
}

const days = wholeNumber("--customer-data", 30, 36_500);

function daysOrOff(text: string): number | "off" {
  if (text === "off") return text;
  try {
    return days(text);
  } catch {
    throw new InvalidArgumentError("--customer-data is 30 to 36500 days, or off.");
  }
}
