import type { Command } from "commander";
import { json, run, workspace } from "./shared-options.ts";

/** `rapport draft`. */
export function addDraft(rapport: Command): void {
  rapport
    .command("draft")
    .argument("[contact]", "id, email or name of the contact whose message is to be answered")
    .description(
      "propose a reply to a message that waits, or say why a person must write it; nothing is sent",
    )
    .option("--conversation <id>", "the conversation, if not the contact's last one that waits")
    .option("--message <id>", "the message to answer, if not the last one that waits")
    .option("--instructions <text>", "what the reply should say, or how")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/draft.ts")).draft));
}
