import { type Command, InvalidArgumentError, Option } from "commander";
import { allHold } from "../report/figure-table.ts";
import { insightsHtml } from "../report/insights-html.ts";
import { insightsJson } from "../report/insights-json.ts";
import { insightsMarkdown } from "../report/insights-markdown.ts";
import { type InsightsPart, insightsParts } from "../suites/insights/parts.ts";
import { runInsights } from "../suites/insights/run-insights.ts";
import { listOf } from "./list.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

interface Options {
  parts: InsightsPart[];
  fresh?: string;
  nullSeeds: number;
  plantedSeeds: number;
  out: string;
}

/** Adds `insights`: findings on made-up workspaces, forecasts, models that lie, journeys and speed. */
export function addInsights(program: Command): void {
  program
    .command("insights")
    .description(
      "findings where something was planted and where nothing was; forecasts, journeys, lying models, speed",
    )
    .addOption(
      new Option("--parts <names>", `some of them: ${insightsParts.join(", ")}`)
        .argParser(listOf("part", insightsParts))
        .default([...insightsParts]),
    )
    .option("--fresh <seed>", "draw other parameters, from this word or number")
    .option("--null-seeds <number>", "workspaces without effects", wholeNumber, 200)
    .option("--planted-seeds <number>", "workspaces of each kind of effect", wholeNumber, 30)
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(async ({ out, ...run }: Options) => {
      const report = await runInsights({ ...run, onProgress });
      const markdown = insightsMarkdown(report);
      process.stdout.write(markdown);
      const name = run.fresh === undefined ? "insights" : "insights-fresh";
      writeReport({ out, name }, { json: insightsJson(report), markdown, html: insightsHtml(report) });
      if (!allHold(report.floors)) process.exitCode = 1;
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new InvalidArgumentError("It must be a whole number from 1 to 99999.");
  return Number(text);
}
