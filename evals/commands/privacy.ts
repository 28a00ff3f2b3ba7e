import type { Command } from "commander";
import { allHold } from "../report/figure-table.ts";
import { privacyHtml, privacyJson, privacyMarkdown } from "../report/privacy-report.ts";
import { runPrivacy } from "../suites/privacy/run-privacy.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

/** Adds `privacy`: how well personal data is found. */
export function addPrivacy(program: Command): void {
  program
    .command("privacy")
    .description("personal data: recall by kind, precision of telephone numbers, false alarms")
    .option("--texts <number>", "made-up texts", Number, 2_000)
    .option("--messages <number>", "messages of the sample workspace", Number, 10_000)
    .option("--fresh <word>", "draw the made-up texts anew from a word")
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(
      ({ texts, messages, fresh, out }: { texts: number; messages: number; fresh?: string; out: string }) => {
        const report = runPrivacy({ texts, messages, fresh, onProgress });
        const markdown = privacyMarkdown(report);
        process.stdout.write(markdown);
        const name = fresh === undefined ? "privacy" : "privacy-fresh";
        writeReport({ out, name }, { json: privacyJson(report), markdown, html: privacyHtml(report) });
        if (!allHold(report.floors)) process.exitCode = 1;
      },
    );
}
