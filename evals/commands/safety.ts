import { type Command, InvalidArgumentError, Option } from "commander";
import { withEmbedded } from "../product/with-embedded.ts";
import { allHold } from "../report/figure-table.ts";
import { floorHtml, floorJson, floorMarkdown } from "../report/floor-report.ts";
import { type SafetyPart, safetyParts } from "../suites/safety/parts.ts";
import { runSafety } from "../suites/safety/run-safety.ts";
import { listOf } from "./list.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

interface Options {
  parts: SafetyPart[];
  cases?: number;
  fresh?: string;
  out: string;
}

/** Adds `safety`: what attacks achieve when a model obeys them, over-defence, and what of others can be found out. */
export function addSafety(program: Command): void {
  program
    .command("safety")
    .description("drafts under attack: a compromised model, ordinary texts, other customers' facts")
    .addOption(
      new Option("--parts <names>", `some of them: ${safetyParts.join(", ")}`)
        .argParser(listOf("part", safetyParts))
        .default([...safetyParts]),
    )
    .option("--cases <number>", "an even sample of so many cases of each part; all by default", wholeNumber)
    .option("--fresh <word>", "draw everything that is made up anew from a word")
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(async ({ parts, cases, fresh, out }: Options) => {
      const report = await withEmbedded(({ db }) => runSafety(db, { parts, cases, fresh, onProgress }));
      const markdown = floorMarkdown(report);
      process.stdout.write(markdown);
      const name = fresh === undefined ? "safety" : "safety-fresh";
      writeReport({ out, name }, { json: floorJson(report), markdown, html: floorHtml(report) });
      if (!allHold(report.floors)) process.exitCode = 1;
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new InvalidArgumentError("It must be a whole number from 1 to 99999.");
  return Number(text);
}
