import { type Command, Option } from "commander";
import { allHold } from "../report/figure-table.ts";
import { type FloorReport, floorHtml, floorJson, floorMarkdown } from "../report/floor-report.ts";
import { runCommitments } from "../suites/commitments/run-commitments.ts";
import { runHeldOut } from "../suites/held-out-drafts/run-held-out.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

const parts = ["commitments", "held-out"] as const;
type Part = (typeof parts)[number];

interface DraftingArguments {
  part: Part | "all";
  threads: number;
  controls: number;
  fresh?: string;
  out: string;
}

/** Adds `drafting`: what drafts promise and what is taken out of them, and whether local drafts rest on what answers the question. */
export function addDrafting(program: Command): void {
  program
    .command("drafting")
    .description("drafts: promises with and without a source, and answers to held-out threads of the sample")
    .addOption(new Option("--part <part>", "what is measured").choices([...parts, "all"]).default("all"))
    .option("--threads <number>", "made-up threads with promises", Number, 200)
    .option("--controls <number>", "good replies that should pass as they are", Number, 100)
    .option("--fresh <word>", "draw everything anew from a word")
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(async ({ part, threads, controls, fresh, out }: DraftingArguments) => {
      const runs: Record<Part, () => Promise<FloorReport> | FloorReport> = {
        commitments: () => runCommitments({ threads, controls, fresh }),
        "held-out": () => runHeldOut({ fresh, onProgress }),
      };
      for (const name of part === "all" ? parts : [part]) {
        const report = await runs[name]();
        const markdown = floorMarkdown(report);
        process.stdout.write(markdown);
        const file = fresh === undefined ? name : `${name}-fresh`;
        writeReport({ out, name: file }, { json: floorJson(report), markdown, html: floorHtml(report) });
        if (!allHold(report.floors)) process.exitCode = 1;
      }
    });
}
