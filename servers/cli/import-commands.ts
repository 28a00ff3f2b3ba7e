import { type Command, Option } from "commander";
import { json, keyValue, list, run, workspace } from "./shared-options.ts";

/** `rapport import …` */
export function addImport(rapport: Command): void {
  const imports = rapport
    .command("import")
    .description("bring contacts, companies, interactions, conversations, email or articles in");
  const shared = (name: string, description: string) =>
    imports
      .command(name)
      .argument("<file>", "path of the file; - for standard input")
      .description(description)
      .addOption(workspace())
      .addOption(json())
      .option("--dry-run", "show the mapping and what would be imported; write nothing")
      .option("--errors <file>", "write the line and the reason of every skipped row to this CSV file");
  const table = (command: Command) =>
    command
      .option("--id <column>", "the column that identifies a row")
      .option("--map <field=column>", "say which column a known field is in; repeatable", keyValue)
      .option("--ignore <column>", "leave a column out; repeatable, or a comma list", list)
      .option("--encoding <name>", "the file's encoding; detected by default")
      .option("--delimiter <char>", "the column separator; detected by default")
      .addOption(new Option("--date-format <order>", "how 03/04/2026 is to be read").choices(["dmy", "mdy"]));
  const searchable = (command: Command) =>
    command.option("--no-index", "leave it to `rapport index` to make the texts searchable");
  const prefixes = (command: Command) =>
    command
      .option("--id-prefix <text>", "put before every id of the file, for files that number alike")
      .option("--contact-prefix <text>", "put before the contact ids that the file names: their --id-prefix");
  table(shared("contacts", "a CSV file with a row for each contact or lead"))
    .option("--id-prefix <text>", "put before every id, for files that number their rows alike")
    .option("--outcome <column>", "the column that says how the lead ended; blank means not yet")
    .option("--won <values>", "values of the outcome that mean won, comma-separated", list)
    .option("--lost <values>", "values of the outcome that mean lost, comma-separated", list)
    .option("--open <values>", "values of the outcome that mean not ended, comma-separated", list)
    .option("--outcome-date <column>", "the column that says when it ended")
    .option("--created-at <column>", "the column that says when the lead came in")
    .addHelpText(
      "after",
      "\n--id line numbers contacts by the line of the file on which they begin (the header is line 1).\nExample: rapport import contacts leads.csv -w acme --id line --outcome y --won yes --lost no --ignore duration",
    )
    .action(run(async () => (await import("./commands/import.ts")).importContacts));
  table(shared("companies", "a CSV file with a row for each company")).action(
    run(async () => (await import("./commands/import.ts")).importCompanies),
  );
  searchable(
    prefixes(
      table(shared("interactions", "a CSV file with a row for each call, visit, mail or other event")),
    ),
  )
    .option("--contact <column>", "the column that holds the contact's id or email")
    .option("--at <column>", "the column that says when it happened")
    .option("--activity <column>", "the column with your own label of what happened")
    .option("--create-contacts", "make contacts that are not there yet instead of skipping the row")
    .action(run(async () => (await import("./commands/import.ts")).importInteractions));
  searchable(prefixes(shared("conversations", "a JSON Lines file with a conversation on each line")))
    .option("--encoding <name>", "the file's encoding; detected by default")
    .addHelpText(
      "after",
      '\nEach line: {"id", "contact" (email or id), "channel", "subject"?, "messages": [{"id", "from", "direction", "at", "text"}], "outcome"?}',
    )
    .action(run(async () => (await import("./commands/import.ts")).importConversations));
  searchable(
    imports
      .command("email")
      .argument("<paths...>", "mbox files, .eml files, or folders that hold them; - for standard input")
      .description("mails, each in the conversation of its thread")
      .addOption(workspace())
      .addOption(json())
      .option(
        "--own <address or domain>",
        "the team's own; repeatable, or a comma list; it is remembered",
        list,
      )
      .option("--dry-run", "show what would be imported; write nothing")
      .option("--errors <file>", "write the line and the reason of every skipped mail to this CSV file"),
  )
    .addHelpText("after", "\nExample: rapport import email ~/Mail/sales.mbox -w acme --own acme.example")
    .action(run(async () => (await import("./commands/import.ts")).importEmail));
  searchable(shared("articles", "a JSON Lines file with a knowledge article on each line"))
    .option("--encoding <name>", "the file's encoding; detected by default")
    .option("--id-prefix <text>", "put before every id of the file, for files that number alike")
    .addHelpText("after", '\nEach line: {"id", "title"?, "text", "metadata"?}')
    .action(run(async () => (await import("./commands/import.ts")).importArticles));
}
