import { Command, InvalidArgumentError, Option } from "commander";
import { version } from "../version.ts";

/** The command line: every command with its options. What a command does is loaded when it is run. */
export function program(): Command {
  const rapport = new Command("rapport")
    .description(
      "Scores a sales team's leads from their own records, and serves them to MCP hosts such as Claude.",
    )
    .version(version)
    .showHelpAfterError("(--help shows the options)")
    .addHelpText(
      "after",
      "\nBegin with: rapport demo. Then import your own: rapport import contacts leads.csv --workspace mine --id <column> --outcome <column>",
    );
  // Before the commands are made: they inherit it.
  if (process.argv.includes("--json")) tellErrorsAsJson(rapport);
  addImport(rapport);
  addScoring(rapport);
  addModels(rapport);
  addServing(rapport);
  return rapport;
}

function tellErrorsAsJson(rapport: Command): void {
  const outputError = (text: string, write: (text: string) => void) => {
    const message = `${text.replace(/^error: /, "").trim()} (--help shows the options)`;
    write(`${JSON.stringify({ error: { code: "VALIDATION_FAILED", message, retryable: false } })}\n`);
  };
  rapport.showHelpAfterError(false).configureOutput({ outputError });
}

const workspace = () =>
  new Option("-w, --workspace <name>", "the workspace; by default RAPPORT_WORKSPACE or the only one");
const json = () => new Option("--json", "print JSON for machines");
const asOf = () =>
  new Option("--as-of <moment>", "only what was known before this ISO date and time; default now");

function addImport(rapport: Command): void {
  const imports = rapport
    .command("import")
    .description("bring contacts, companies, interactions or conversations in");
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
  prefixes(table(shared("interactions", "a CSV file with a row for each call, visit, mail or other event")))
    .option("--contact <column>", "the column that holds the contact's id or email")
    .option("--at <column>", "the column that says when it happened")
    .option("--activity <column>", "the column with your own label of what happened")
    .option("--create-contacts", "make contacts that are not there yet instead of skipping the row")
    .action(run(async () => (await import("./commands/import.ts")).importInteractions));
  prefixes(shared("conversations", "a JSON Lines file with a conversation on each line"))
    .option("--encoding <name>", "the file's encoding; detected by default")
    .addHelpText(
      "after",
      '\nEach line: {"id", "contact" (email or id), "channel", "subject"?, "messages": [{"id", "from", "direction", "at", "text"}], "outcome"?}',
    )
    .action(run(async () => (await import("./commands/import.ts")).importConversations));
}

function addScoring(rapport: Command): void {
  rapport
    .command("train")
    .description(
      "train a model on the leads that have ended, and let it serve unless it is worse than what serves",
    )
    .option(
      "--ignore <fields>",
      "fields that the model must not see, comma-separated; repeatable; by default those of last time, or none",
      list,
    )
    .option(
      "--keep <fields>",
      "fields that the model may see though they look like leaks; repeatable; by default those of last time, or none",
      list,
    )
    .option("--if-needed", "only if it is due: enough new outcomes, drift, age; says why or why not")
    .option("--no-publish", "store the model without letting it serve")
    .addOption(
      new Option("--shadow", "store it as the challenger: it scores beside the one that serves").conflicts(
        "publish",
      ),
    )
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/train.ts")).train));
  rapport
    .command("score")
    .argument("[contact]", "id, email or name of one contact")
    .description("score one contact, or all of them")
    .option("--all", "every contact, a row each")
    .addOption(new Option("--format <format>", "with --all").choices(["csv", "json", "jsonl"]).default("csv"))
    .addOption(asOf())
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/score.ts")).score));
  rapport
    .command("explain")
    .argument("<contact>", "id, email or name of the contact")
    .description("say why a contact has its score, down to the messages behind it")
    .addOption(asOf())
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/explain.ts")).explain));
  rapport
    .command("history")
    .argument("<contact>", "id, email or name of the contact")
    .description("show the scores that a contact had, and why its score moved")
    .option("--since <moment>", "an ISO date and time; default the oldest score shown")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/history.ts")).history));
  rapport
    .command("status")
    .description("what is in the workspace, which model serves, since when, how good")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/status.ts")).status));
}

function addModels(rapport: Command): void {
  const models = rapport
    .command("models")
    .description("the stored models: which serves, how good each is, and which is to serve");
  const shared = (usage: string, description: string) =>
    models.command(usage).description(description).addOption(workspace()).addOption(json());
  const note = () => new Option("--note <text>", "why, for whoever looks at the models later");
  shared("list", "every model, and which serves").action(
    run(async () => (await import("./commands/models.ts")).listModels),
  );
  shared("show [version]", "a model's report, by default that of the one that serves").action(
    run(async () => (await import("./commands/models.ts")).showModel),
  );
  shared("publish <version>", "let a stored model serve, and score the open leads anew")
    .addOption(note())
    .action(run(async () => (await import("./commands/models.ts")).publishModel));
  shared("rollback [version]", "let a model serve again that served before, by default the last such one")
    .addOption(note())
    .action(run(async () => (await import("./commands/models.ts")).rollBackModel));
  shared(
    "shadow [version]",
    "store a model's scores beside those of the serving one, to compare them as leads end",
  )
    .option("--off", "end the shadow")
    .action(run(async () => (await import("./commands/models.ts")).shadowModel));
}

function addServing(rapport: Command): void {
  rapport
    .command("mcp")
    .argument("[server]", "lead-scoring; all servers in one process by default")
    .description("serve MCP over standard input and output, as a host starts it")
    .addOption(workspace())
    .action(run(async () => (await import("./commands/mcp.ts")).mcp));
  rapport
    .command("serve")
    .description("serve MCP over HTTP: /mcp, /mcp/lead-scoring, /health, /ready")
    .option("--host <address>", "a loopback address", "127.0.0.1")
    .option("--port <number>", "0 takes a free one", port, 3000)
    .addOption(workspace())
    .action(run(async () => (await import("./commands/serve.ts")).serve));
  rapport
    .command("connect")
    .addArgument(
      rapport
        .createArgument("<host>", "the MCP host")
        .choices(["claude-desktop", "claude-code", "cursor", "json"]),
    )
    .description("add Rapport to an MCP host's configuration, or print what to add")
    .option("--print", "print it, write nothing")
    .addOption(workspace())
    .action(run(async () => (await import("./commands/connect.ts")).connect));
  rapport
    .command("doctor")
    .description("check Node, the database, models, disk and versions, and say how to mend what is wrong")
    .addOption(json())
    .action(run(async () => (await import("./commands/doctor.ts")).doctor));
  rapport
    .command("demo")
    .description("make a sample workspace, train on it, and show what an MCP host sees")
    .action(run(async () => (await import("./commands/demo.ts")).demo));
}

/** Runs a command that is loaded first. Commander's last argument, the command itself, is not passed on. */
function run(load: () => Promise<(...args: never[]) => Promise<void>>) {
  return async (...args: unknown[]): Promise<void> => {
    const command = await load();
    await command(...(args.slice(0, -1) as never[]));
  };
}

function keyValue(pair: string, earlier: Record<string, string> = {}): Record<string, string> {
  const at = pair.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write it as field=column, such as email=Contact Mail.");
  return { ...earlier, [pair.slice(0, at).trim()]: pair.slice(at + 1).trim() };
}

function list(values: string, earlier: string[] = []): string[] {
  return [
    ...earlier,
    ...values
      .split(",")
      .map((value) => value.trim())
      .filter(Boolean),
  ];
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError("A port is 0 to 65535.");
  return value;
}
