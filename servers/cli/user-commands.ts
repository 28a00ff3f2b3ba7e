import { type Command, Option } from "commander";
import { roles } from "#core/principal.ts";
import { json, run, workspace } from "./shared-options.ts";

/** `rapport users`. */
export function addUsers(rapport: Command): void {
  const users = rapport
    .command("users")
    .description("the people of a workspace: their roles, and who is let in no more (docs/identity.md)");
  const shared = (usage: string, description: string) =>
    users.command(usage).description(description).addOption(workspace()).addOption(json());
  shared("list", "list the users: their roles, when they were last here")
    .option("--all", "those too that were deactivated")
    .action(run(async () => (await import("./commands/users.ts")).listUsers));
  shared("add <id>", "add a user by the id that stands in their tokens and in assigned_to")
    .addOption(new Option("--role <role>", "what they may do").choices(roles).makeOptionMandatory())
    .option("--email <address>", "their email")
    .option("--name <name>", "their name")
    .action(run(async () => (await import("./commands/users.ts")).addUser));
  users
    .command("set-role")
    .argument("<id>", "the user's id")
    .addArgument(users.createArgument("<role>", "what they may do from now on").choices(roles))
    .description("give a user another role; running servers follow within 30 s")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/users.ts")).setRole));
  shared(
    "deactivate <id>",
    "let a user in no more, nor keys that act for them; running servers follow within 30 s",
  ).action(run(async () => (await import("./commands/users.ts")).deactivateUser));
  shared("activate <id>", "let a user in again").action(
    run(async () => (await import("./commands/users.ts")).activateUser),
  );
}
