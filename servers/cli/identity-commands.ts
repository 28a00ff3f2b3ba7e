import { type Command, Option } from "commander";
import { permissions } from "#core/permission.ts";
import { roles } from "#core/principal.ts";
import { json, list, run, workspace } from "./shared-options.ts";

/** `rapport keys`. */
export function addIdentity(rapport: Command): void {
  const keys = rapport
    .command("keys")
    .description("API keys, by which programs call the service (docs/identity.md)");
  const shared = (usage: string, description: string) =>
    keys.command(usage).description(description).addOption(workspace()).addOption(json());
  shared("create <name>", "make a key; it is shown once")
    .addOption(
      new Option("--role <roles>", `comma-separated: ${roles.join(", ")}`)
        .argParser(list)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        "--scope <scopes>",
        `comma-separated, to confine it further: ${permissions.join(", ")}; by default all that the roles grant`,
      ).argParser(list),
    )
    .option("--expires <when>", "a number of days such as 90d, or an ISO date; by default never")
    .option("--as <user>", "on whose behalf, as in assigned_to; by default nobody's, key:<name>")
    .action(run(async () => (await import("./commands/keys.ts")).createKey));
  shared("list", "list the keys: what they may do, when they were last used").action(
    run(async () => (await import("./commands/keys.ts")).listKeys),
  );
  shared(
    "revoke <key>",
    "refuse a key, by its name or id, from now on; running servers follow within 30 s",
  ).action(run(async () => (await import("./commands/keys.ts")).revokeKey));
}
