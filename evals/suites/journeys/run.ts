import { AppError } from "#core/errors.ts";
import { markdownTable } from "../../report/data-table.ts";
import { allHold, figureTable } from "../../report/figure-table.ts";
import { type JourneyResults, measureJourneys } from "./measure-journeys.ts";

// `node evals/suites/journeys/run.ts`: journeys of the bpi2012 log, imported by the command line, against a reference computed from the
// file by other code. The exit status is 1 when any differs, or when the data are absent.

try {
  const results = await measureJourneys();
  process.stdout.write(
    `${figureTable(results.figures)}\n\n${stageTable(results)}\n\n${associationTable(results)}\n`,
  );
  for (const line of results.differing) process.stdout.write(`differs: ${line}\n`);
  if (!allHold(results.figures)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function stageTable({ stages }: JourneyResults): string {
  return markdownTable({
    head: ["stage", "cases", "median days", "cases coming back", "times"],
    rows: stages.map(({ name, cases, medianDays, comingBack, back }) => [
      name,
      String(cases),
      medianDays === null ? "–" : medianDays.toFixed(2),
      String(comingBack),
      String(back),
    ]),
  });
}

function associationTable({ associations }: JourneyResults): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return markdownTable({
    head: [
      "in the first week, of cases then undecided",
      "with",
      "approved",
      "without",
      "approved",
      "difference, 90 %",
      "p",
    ],
    rows: associations.map(({ feature, withIt, without, difference, low, high, p }) => [
      feature,
      String(withIt.n),
      percent(withIt.approved),
      String(without.n),
      percent(without.approved),
      `${percent(difference)} (${percent(low)} to ${percent(high)})`,
      p < 1e-4 ? "< .0001" : p.toFixed(4),
    ]),
  });
}
