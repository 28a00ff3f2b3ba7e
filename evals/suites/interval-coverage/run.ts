import { Command } from "commander";
import { AppError } from "#core/errors.ts";
import { datasets, loadTable } from "../../datasets.ts";
import { markdownTable } from "../../report/data-table.ts";
import { tableLeads } from "../../table-leads.ts";
import type { Coverage } from "./coverage.ts";
import { coverageTable, shareText } from "./coverage-table.ts";
import { generators } from "./generators.ts";
import { isTrainable, measureCoverage } from "./measure-coverage.ts";
import { compareResplits } from "./measure-resplits.ts";

// How often the 90 % intervals hold the true chance, by shape and size of made-up tables, and on bank_additional by resplits:
// node evals/suites/interval-coverage/run.ts [--shapes linear,bent] [--sizes 100,1000] [--seeds 10] [--resplits 5]

const words = (text: string) => text.split(",").map((word) => word.trim());
const { shapes, sizes, seeds, fresh, resplits, half } = new Command("interval-coverage")
  .description("share of leads whose true chance lies within the 90 % interval of their score")
  .option("--shapes <names>", "comma-separated", words, [...generators.map(({ name }) => name)])
  .option(
    "--sizes <numbers>",
    "leads to train on, comma-separated",
    (text) => words(text).map(Number),
    [60, 200, 1_000, 4_000],
  )
  .option("--seeds <number>", "training tables for each shape and size", Number, 5)
  .option("--fresh <number>", "leads that each model is asked about", Number, 500)
  .option("--resplits <number>", "of bank_additional; 0 leaves them out", Number, 0)
  .option("--half <number>", "leads in each half of a resplit", Number, 4_000)
  .parse()
  .opts<{
    shapes: string[];
    sizes: number[];
    seeds: number;
    fresh: number;
    resplits: number;
    half: number;
  }>();

const measured: Coverage[] = [];
const unknown = shapes.filter((shape) => !generators.some(({ name }) => name === shape));
if (unknown.length > 0) {
  const known = generators.map(({ name }) => name).join(", ");
  process.stderr.write(`There is no shape ${unknown.join(", ")}. Shapes are ${known}.\n`);
  process.exitCode = 2;
}
for (const generator of generators.filter(({ name }) => shapes.includes(name))) {
  for (const leads of sizes.filter((size) => isTrainable(generator, size))) {
    const started = performance.now();
    const coverage = await measureCoverage({ generator, leads, seeds, fresh });
    measured.push(coverage);
    const seconds = (performance.now() - started) / 1000 / seeds;
    process.stderr.write(`${line(coverage)}  ${seconds.toFixed(1)} s each\n`);
  }
}
if (measured.length > 0) process.stdout.write(`${markdownTable(coverageTable(measured))}\n`);
if (resplits > 0) await printResplits();

function line(coverage: Coverage): string {
  const { shape, leads, draws, kinds } = coverage;
  const served = Object.entries(kinds).map(([kind, times]) => `${kind} ×${times}`);
  return `${shape} ${leads}: ${draws.map((share) => (100 * share).toFixed(0)).join(" ")}  ${served.join(", ")}`;
}

async function printResplits(): Promise<void> {
  try {
    const leads = tableLeads(loadTable(datasets.bank_additional), ["duration"]).map(({ lead }) => lead);
    const found = await compareResplits({ leads, resplits, half, asked: 2_000 }, 20_000);
    process.stdout.write(
      `bank_additional, two halves of ${half}: within whole intervals ${shareText(found.whole)} %, within their chance parts ${shareText(found.chance)} %\n`,
    );
    if (found.reference)
      process.stdout.write(`scores by 20,000 other leads within them: ${shareText(found.reference)} %\n`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stdout.write(`${error.message}\n`);
  }
}
