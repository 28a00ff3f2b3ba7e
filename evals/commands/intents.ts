import type { Command } from "commander";
import { allHold } from "../report/figure-table.ts";
import { floorHtml, floorJson, floorMarkdown } from "../report/floor-report.ts";
import { runIntents } from "../suites/intents/run-intents.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

/** Adds `intents`: what a message is after: public intent sets, the product's own intents, sentences that ask. */
export function addIntents(program: Command): void {
  program
    .command("intents")
    .description("what a message is after: public intent sets, the product's own intents, sentences that ask")
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(({ out }: { out: string }) => {
      const report = runIntents(onProgress);
      const markdown = floorMarkdown(report);
      process.stdout.write(markdown);
      writeReport({ out, name: "intents" }, { json: floorJson(report), markdown, html: floorHtml(report) });
      if (!allHold(report.floors)) process.exitCode = 1;
    });
}
