import { type Command, Option } from "commander";
import { allHold } from "../report/figure-table.ts";
import { floorHtml, floorJson, floorMarkdown } from "../report/floor-report.ts";
import { runCommitments } from "../suites/commitments/run-commitments.ts";
import { resultsFolder, writeReport } from "./write-report.ts";

const parts = ["commitments"] as const;

interface DraftingArguments {
  part: (typeof parts)[number];
  threads: number;
  controls: number;
  fresh?: string;
  out: string;
}

/** Adds `drafting`: what drafts promise, and what is taken out of them. */
export function addDrafting(program: Command): void {
  program
    .command("drafting")
    .description("drafts: promises with and without a source")
    .addOption(new Option("--part <part>", "what is measured").choices(parts).default("commitments"))
    .option("--threads <number>", "made-up threads", Number, 200)
    .option("--controls <number>", "good replies that should pass as they are", Number, 100)
    .option("--fresh <word>", "draw everything anew from a word")
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(({ part, threads, controls, fresh, out }: DraftingArguments) => {
      const report = runCommitments({ threads, controls, fresh });
      const markdown = floorMarkdown(report);
      process.stdout.write(markdown);
      const name = fresh === undefined ? part : `${part}-fresh`;
      writeReport({ out, name }, { json: floorJson(report), markdown, html: floorHtml(report) });
      if (!allHold(report.floors)) process.exitCode = 1;
    });
}
