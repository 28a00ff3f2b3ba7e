import { Command, Option } from "commander";
import { version } from "../version.ts";
import { addBackup } from "./backup-commands.ts";
import { addDraft } from "./draft-command.ts";
import { addDrafting } from "./drafting-commands.ts";
import { addIdentity } from "./identity-commands.ts";
import { addImport } from "./import-commands.ts";
import { addInsights } from "./insight-commands.ts";
import { addJobs } from "./job-commands.ts";
import { addJourney } from "./journey-commands.ts";
import { addOperating } from "./operating-commands.ts";
import { addOpportunities } from "./opportunity-commands.ts";
import { addPrivacy } from "./privacy-commands.ts";
import { addReport } from "./report-commands.ts";
import { addSearch } from "./search-commands.ts";
import { json, list, run, wholeNumber, workspace } from "./shared-options.ts";
import { addTenants } from "./tenant-commands.ts";
import { addTopics } from "./topic-commands.ts";
import { addUsers } from "./user-commands.ts";
import { addExchange } from "./webhook-commands.ts";

/** The command line: every command with its options. What a command does is loaded when it is run. */
export function program(): Command {
  const rapport = new Command("rapport")
    .description(
      "Scores a sales team's leads and answers from its conversations, and serves both to MCP hosts such as Claude.",
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
  addSearch(rapport);
  addScoring(rapport);
  addModels(rapport);
  addInsights(rapport);
  addJourney(rapport);
  addOpportunities(rapport);
  addTopics(rapport);
  addDraft(rapport);
  addDrafting(rapport);
  addReport(rapport);
  addIdentity(rapport);
  addUsers(rapport);
  addOperating(rapport);
  addTenants(rapport);
  addBackup(rapport);
  addJobs(rapport);
  addExchange(rapport);
  addPrivacy(rapport);
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

const asOf = () =>
  new Option("--as-of <moment>", "only what was known before this ISO date and time; default now");

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
    .argument("[server]", "lead-scoring, conversations or insights; all servers in one process by default")
    .description("serve MCP over standard input and output, as a host starts it")
    .addOption(workspace())
    .action(run(async () => (await import("./commands/mcp.ts")).mcp));
  rapport
    .command("serve")
    .description(
      "serve MCP over HTTP: /mcp, /mcp/lead-scoring, /mcp/conversations, /mcp/insights, /health, /ready",
    )
    .option(
      "--host <address>",
      "a loopback address, or any other where a credential is required",
      "127.0.0.1",
    )
    .option("--port <number>", "0 takes a free one", wholeNumber("A port", 0, 65_535), 3000)
    .option("--require-key", "let in nobody without an API key or an access token, not even on this machine")
    .addOption(workspace())
    .option("--worker", "work on jobs too; the default with the embedded database")
    .option("--no-worker", "leave jobs to `rapport worker`; the default with DATABASE_URL")
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
