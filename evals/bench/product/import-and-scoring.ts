import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { AppError } from "#core/errors.ts";
import { evaluate } from "#knowledge/scoring/evaluate/evaluate.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { BenchTable } from "./bench-table.ts";

export interface BenchRun {
  /** RAPPORT_HOME of this run. */
  home: string;
  table: BenchTable;
}

export const entryPoint = resolve(import.meta.dirname, "../../../servers/cli/main.ts");
export const workspace = "bench";

/** Times the command line's import, import again, training and scoring, each a process of its own, and judges the scores. */
export function measureImportAndScoring({ home, table }: BenchRun): Figure[] {
  const importing = [
    "import",
    "contacts",
    table.file,
    "--id",
    "line",
    "--outcome",
    "y",
    "--won",
    "yes",
    "--lost",
    "no",
    "--ignore",
    "duration",
  ];
  command(home, ["doctor"]);
  const first = command(home, importing);
  const again = command(home, importing);
  const training = command(home, ["train"]);
  const scoring = command(home, ["score", "--all", "--format", "csv"]);
  return [
    { name: `import of ${table.rows} rows`, value: first.seconds, unit: "s", target: atMost(10) },
    { name: "import of the same again", value: again.seconds, unit: "s", target: atMost(6) },
    { name: "training", value: training.seconds, unit: "s", target: atMost(5) },
    { name: "scoring all", value: scoring.seconds, unit: "s", target: atMost(5) },
    ...judged(scoring.stdout, table),
  ];
}

function command(home: string, args: string[]): { seconds: number; stdout: string } {
  const started = performance.now();
  const named = args[0] === "doctor" ? args : [...args, "--workspace", workspace];
  const { status, stdout, stderr } = spawnSync(process.execPath, [entryPoint, ...named], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, RAPPORT_HOME: home, DATABASE_URL: "", RAPPORT_MODELS: "" },
  });
  if (status !== 0) throw new AppError("INTERNAL", `rapport ${named.join(" ")} failed: ${stderr}`);
  return { seconds: (performance.now() - started) / 1000, stdout };
}

function judged(csv: string, { heldOut }: BenchTable): Figure[] {
  if (!heldOut) return [];
  const rows = (parse(csv, { columns: true }) as { id: string; probability: string }[]).filter(({ id }) =>
    heldOut.has(id),
  );
  const metrics = evaluate({
    scores: Float64Array.from(rows, ({ probability }) => Number(probability)),
    labels: Uint8Array.from(rows, ({ id }) => (heldOut.get(id) ? 1 : 0)),
  });
  if (!metrics) throw new AppError("INTERNAL", "the held-out rows have one outcome only");
  return [
    { name: `AUC of ${rows.length} test rows`, value: metrics.auc, unit: "", target: atLeast(0.78) },
    { name: "log loss", value: metrics.logLoss, unit: "", target: atMost(0.289) },
    { name: "ECE15", value: metrics.ece15, unit: "", target: atMost(0.015) },
  ];
}
