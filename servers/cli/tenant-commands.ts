import type { Command } from "commander";
import { json, run } from "./shared-options.ts";

/** `rapport tenants`. */
export function addTenants(rapport: Command): void {
  const tenants = rapport
    .command("tenants")
    .description("the workspaces of this database, for whoever operates it (docs/backup.md)");
  const shared = (usage: string, description: string) =>
    tenants.command(usage).description(description).addOption(json());
  shared("list", "all workspaces, with their state").action(
    run(async () => (await import("./commands/tenants.ts")).listTenants),
  );
  shared("create <name>", "make a workspace")
    .option("--sandbox", "for trying things out: filled with sample data, sends nothing out, can be reset")
    .action(run(async () => (await import("./commands/tenants.ts")).createTenant));
  shared("suspend <name>", "let nobody in; running servers follow within 30 s").action(
    run(async () => (await import("./commands/tenants.ts")).suspendTenant),
  );
  shared("resume <name>", "let people in again").action(
    run(async () => (await import("./commands/tenants.ts")).resumeTenant),
  );
  shared("delete <name>", "delete a workspace and all that is kept of it")
    .option("--yes", "do not ask for its name again")
    .action(run(async () => (await import("./commands/tenants.ts")).deleteTenant));
  shared("reset <name>", "empty a sandbox and fill it with the sample data again").action(
    run(async () => (await import("./commands/tenants.ts")).resetTenant),
  );
  shared("usage", "what each workspace holds, and what it used")
    .option("--since <moment>", "an ISO date and time; by default 30 days ago")
    .action(run(async () => (await import("./commands/tenants.ts")).tenantsUsage));
}
