import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { evaluate } from "#knowledge/scoring/evaluate/evaluate.ts";
import type { FeatureRow } from "#knowledge/scoring/features/feature.ts";
import { sigmoid } from "#knowledge/scoring/models/moments.ts";
import { defaultRules } from "#knowledge/scoring/models/trees/boosting-rules.ts";
import { trainTrees } from "#knowledge/scoring/models/trees/train-trees.ts";
import { datasets, isWon, loadTable, type Table, type TableRow } from "../datasets.ts";
import { allHold, atMost, type Figure, figureTable } from "../report/figure-table.ts";

// `node evals/bench/trees-against-sklearn.ts`: trains boosted trees and scikit-learn's HistGradientBoosting on the train rows of
// bank_additional without duration, with the same number of trees and leaves, rate and λ. By turns, each time in a new process
// of one thread, so that neither is warmer or busier than the other. Times are of training alone, ours from feature rows.

const runs = 3;

const measured = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMb: z.number().optional(),
  auc: z.number(),
  logLoss: z.number(),
});
type Measured = z.infer<typeof measured>;

if (process.argv[2] === "once") process.stdout.write(`${JSON.stringify(await trainOnce())}\n`);
else compare();

function compare(): void {
  const python = findPython();
  if (python === undefined) {
    process.stdout.write(
      "scikit-learn is absent: no python3 can import sklearn. On Debian, install python3-sklearn.\n",
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "rapport-trees-"));
  try {
    const categories = writeMatrices(folder);
    const settings = [defaultRules.trees, defaultRules.leaves, defaultRules.rate, defaultRules.l2].map(
      String,
    );
    const script = join(import.meta.dirname, "trees-against-sklearn.py");
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let run = 0; run < runs; run++) {
      ours.push(runProcess(process.execPath, [import.meta.filename, "once"]));
      theirs.push(runProcess(python, [script, folder, ...settings, categories.join(",")]));
    }
    const figures = figuresOf(ours, theirs);
    process.stdout.write(`${figureTable(figures)}\n`);
    if (!allHold(figures)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stdout.write(`${error.message}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(ours: readonly Measured[], theirs: readonly Measured[]): Figure[] {
  const pick = (of: readonly Measured[], key: keyof Measured) => median(of.map((m) => m[key] ?? Number.NaN));
  const both = (name: string, key: keyof Measured, unit: string): Figure[] => [
    { name: `${name}, Rapport`, value: pick(ours, key), unit },
    { name: `${name}, scikit-learn`, value: pick(theirs, key), unit },
  ];
  return [
    ...both("training", "seconds", "s"),
    {
      name: "training, ratio",
      value: pick(ours, "seconds") / pick(theirs, "seconds"),
      unit: "",
      target: atMost(2),
    },
    ...both("training on the CPU", "cpuSeconds", "s"),
    { name: "CPU, ratio", value: pick(ours, "cpuSeconds") / pick(theirs, "cpuSeconds"), unit: "" },
    { name: "peak memory, Rapport", value: pick(ours, "peakMb"), unit: "MB", target: atMost(400) },
    ...both("AUC of test rows", "auc", ""),
    ...both("log loss of test rows", "logLoss", ""),
  ];
}

async function trainOnce(): Promise<Measured> {
  const table = loadTable(datasets.bank_additional);
  const training = table.rows.filter(({ split }) => split === "train");
  const test = table.rows.filter(({ split }) => split === "test");
  const rows = training.map((row) => featuresOf(table, row));
  const started = performance.now();
  const before = process.cpuUsage();
  const labels = labelsOf(table, training);
  const settings = { trees: defaultRules.trees };
  const { model } = await trainTrees(
    { rows, labels, fold: new Uint8Array(rows.length) },
    async () => {},
    settings,
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const scores = Float64Array.from(test, (row) =>
    sigmoid(model.predict(featuresOf(table, row), false).logOdds),
  );
  const judged = evaluate({ scores, labels: labelsOf(table, test) });
  if (judged === null) throw new AppError("VALIDATION_FAILED", "The test rows have one outcome only.");
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMb, auc: judged.auc, logLoss: judged.logLoss };
}

function featuresOf({ outcome }: Table, { values }: TableRow): FeatureRow {
  const leaks: readonly string[] = datasets.bank_additional.leaks;
  const features = Object.entries(values).filter(
    ([name]) => name !== outcome.column && !leaks.includes(name),
  );
  return Object.fromEntries(features.map(([name, text]) => [name, isNumber(text) ? Number(text) : text]));
}

function labelsOf(table: Table, rows: readonly TableRow[]): Uint8Array {
  return Uint8Array.from(rows, (row) => Number(isWon(table, row)));
}

/** Writes train.csv and test.csv, and says which of their columns, counted from 0 after the outcome, are categories. */
function writeMatrices(folder: string): number[] {
  const table = loadTable(datasets.bank_additional);
  const features = table.rows.map((row) => featuresOf(table, row));
  const names = Object.keys(features[0] ?? {});
  const codes = names.map((name) => {
    const levels = [...new Set(features.map((row) => row[name]))].filter(
      (value) => typeof value === "string",
    );
    return new Map(levels.sort().map((level, code) => [level, code]));
  });
  const lines = { train: "", valid: "", test: "" };
  table.rows.forEach((row, r) => {
    const values = names.map((name, c) => {
      const value = features[r]?.[name];
      return typeof value === "string" ? codes[c]?.get(value) : value;
    });
    lines[row.split] += `${Number(isWon(table, row))},${values.join(",")}\n`;
  });
  writeFileSync(join(folder, "train.csv"), lines.train);
  writeFileSync(join(folder, "test.csv"), lines.test);
  return names.flatMap((_, c) => ((codes[c]?.size ?? 0) > 0 ? [c] : []));
}

function findPython(): string | undefined {
  const candidates = ["python3", "/usr/bin/python3"];
  return candidates.find((python) => spawnSync(python, ["-c", "import sklearn"]).status === 0);
}

function runProcess(command: string, parameters: readonly string[]): Measured {
  const env = { ...process.env, OMP_NUM_THREADS: "1" };
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: "utf8", env });
  if (status !== 0) throw new AppError("INTERNAL", `${command} failed: ${stderr}`);
  return measured.parse(JSON.parse(stdout));
}

function isNumber(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
