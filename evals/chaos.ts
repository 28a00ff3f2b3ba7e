import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runFullDisk } from "./chaos/full-disk.ts";
import { chaosFigures, faultTable, findings, fullDiskFigures } from "./chaos/result.ts";
import { runChaos } from "./chaos/run-chaos.ts";
import { allHold, type Figure, figureTable } from "./report/figure-table.ts";

// `.ci/postgres npm run chaos [-- --seconds 90] [--seed 7] [--json file]`: breaks the service under load in every way that docs/chaos.md
// names, and exits with 1 when anything acknowledged was lost, done twice or shown to another workspace.

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "90" },
    seed: { type: "string", default: "7" },
    json: { type: "string" },
    /** One fault, or several, by name. */
    only: { type: "string", multiple: true },
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const databaseUrl = process.env.RAPPORT_TEST_DATABASE_URL;
if (!databaseUrl) {
  process.stderr.write("RAPPORT_TEST_DATABASE_URL names no Postgres. Run: .ci/postgres npm run chaos\n");
  process.exit(1);
}
const onProgress = (text: string) => void process.stderr.write(`${text}\n`);
const result = await runChaos({
  databaseUrl,
  restartDatabase: process.env.RAPPORT_TEST_POSTGRES_RESTART,
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  ...(values.only ? { only: values.only } : {}),
  onProgress,
});
const fullDisk = values.only ? undefined : await runFullDisk(onProgress);
if (!fullDisk && !values.only)
  onProgress("The full disk is skipped: a small one can only be mounted by root.");
const figures: Figure[] = [...chaosFigures(result), ...(fullDisk ? fullDiskFigures(fullDisk) : [])];
process.stdout.write(`${faultTable(result.faults)}\n\n${figureTable(figures)}\n\n${findings(result)}\n`);
if (values.json) {
  const measured = figures.map(({ name, value, unit, target }) => ({
    name,
    value,
    unit,
    target: target?.text,
  }));
  writeFileSync(
    values.json,
    `${JSON.stringify({ seed: Number(values.seed), figures: measured, ...result, fullDisk }, null, 2)}\n`,
  );
}
process.exitCode = allHold(figures) ? 0 : 1;
