import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, figureTable } from "../report/figure-table.ts";
import { writeBenchTable } from "./product/bench-table.ts";
import { measureImportAndScoring } from "./product/import-and-scoring.ts";
import { measureStdio } from "./product/stdio.ts";

// `npm run bench -- product`: times the whole product from outside, as its users meet it, on a table of 41,188 leads in a new embedded
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
