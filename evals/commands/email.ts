import type { Command } from "commander";
import { printEmail } from "../suites/email/print-email.ts";

/** Adds `email`: reading, stripping, threading and telling kinds of mail. */
export function addEmail(program: Command): void {
  program
    .command("email")
    .description("email: parses, replies without quotes, threads, and what is never answered")
    .action(async () => {
      if (!(await printEmail())) process.exitCode = 1;
    });
}
