import { type Command, Option } from "commander";
import { json, run } from "./shared-options.ts";

/** `rapport backup`, `restore` and `move`. */
export function addBackup(rapport: Command): void {
  rapport
    .command("backup")
    .argument("<file>", "where to write it; there must be no such file")
    .description("write all workspaces to a file, as they are at one moment (docs/backup.md)")
    .option("-w, --workspace <name>", "this one only")
    .addOption(json())
    .action(run(async () => (await import("./commands/backup.ts")).backup));
  rapport
    .command("restore")
    .argument("<file>", "what `rapport backup` wrote")
    .description("check a backup, and load it into an empty database")
    .addOption(json())
    .action(run(async () => (await import("./commands/backup.ts")).restore));
  rapport
    .command("move")
    .description("copy everything into an empty Postgres, and compare")
    .addOption(new Option("--to <url>", "postgres://user:password@host/database").makeOptionMandatory())
    .addOption(json())
    .action(run(async () => (await import("./commands/backup.ts")).move));
}
