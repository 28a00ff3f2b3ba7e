import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBenchTable } from "./bench/bench-table.ts";
import { measureImportAndScoring } from "./bench/import-and-scoring.ts";
import { measureStdio } from "./bench/stdio.ts";
import { type Figure, figureTable } from "./report/figure-table.ts";

// `npm run bench`: times the whole product from outside, as its users meet it, on a table of 41,188 leads in a new embedded
// database. With `RAPPORT_DATA` it is the bank_additional table and the scores are judged, else a made-up one of that size.

const home = mkdtempSync(join(tmpdir(), "rapport-bench-"));
const figures: Figure[] = [];
try {
  const table = writeBenchTable(home);
  process.stdout.write(`${table.description}\n`);
  const run = { home: join(home, "rapport"), table };
  figures.push(...measureImportAndScoring(run));
  figures.push(...(await measureStdio(run)));
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(`${figureTable(figures)}\n`);
if (figures.some(({ value, target }) => target && !target.holds(value))) process.exitCode = 1;
