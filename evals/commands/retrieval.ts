import { type Command, Option } from "commander";
import { allHold } from "../report/figure-table.ts";
import { retrievalHtml } from "../report/retrieval-html.ts";
import { retrievalJson } from "../report/retrieval-json.ts";
import { retrievalMarkdown } from "../report/retrieval-markdown.ts";
import { type RetrievalPart, retrievalParts, runRetrieval } from "../suites/retrieval/run-retrieval.ts";
import { listOf } from "./list.ts";
import { onProgress, resultsFolder, writeReport } from "./write-report.ts";

/** Adds `retrieval`: search and answers on texts whose answers are known. */
export function addRetrieval(program: Command): void {
  program
    .command("retrieval")
    .description("search and answers: ranking, ablations, citations and silence where nothing is known")
    .addOption(
      new Option("--sets <names>", `some of them: ${retrievalParts.join(", ")}`)
        .argParser(listOf("set", retrievalParts))
        .default([...retrievalParts]),
    )
    .option("--out <folder>", "where the reports go", resultsFolder)
    .action(async ({ sets, out }: { sets: RetrievalPart[]; out: string }) => {
      const report = await runRetrieval({ parts: sets, onProgress });
      const markdown = retrievalMarkdown(report);
      process.stdout.write(markdown);
      writeReport(
        { out, name: "retrieval" },
        { json: retrievalJson(report), markdown, html: retrievalHtml(report) },
      );
      if (!allHold(report.floors)) process.exitCode = 1;
    });
}
