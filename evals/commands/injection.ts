import type { Command } from "commander";
import { allHold } from "../report/figure-table.ts";
import { floorHtml, floorJson, floorMarkdown } from "../report/floor-report.ts";
import { runInjection } from "../suites/injection-signal/run-injection.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

/** Adds `injection`: signs of injected instructions: ranking against ordinary texts, and how many of these are flagged. */
export function addInjection(program: Command): void {
  program
    .command("injection")
    .description(
      "signs of injected instructions: ranking against ordinary texts, and how many of these are flagged",
    )
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(({ out }: { out: string }) => {
      const report = runInjection(onProgress);
      const markdown = floorMarkdown(report);
      process.stdout.write(markdown);
      writeReport({ out, name: "injection" }, { json: floorJson(report), markdown, html: floorHtml(report) });
      if (!allHold(report.floors)) process.exitCode = 1;
    });
}
