import { AppError } from "#core/errors.ts";
import { datasets } from "../datasets.ts";
import { holdsFloors } from "./lead-table-floors.ts";
import { type Measured, measureLeadTable } from "./measure-lead-table.ts";

// `npm run evals`: prints how good and how fast scoring is on public tables. The exit status says whether bank_additional
// holds its floors.

let held = true;
for (const dataset of [datasets.bank_additional, datasets.bank_full, datasets.maven_crm]) {
  try {
    const measured = await measureLeadTable(dataset);
    process.stdout.write(`${line(measured)}\n`);
    if (dataset !== datasets.bank_additional) continue;
    held = holdsFloors(measured);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stdout.write(`${error.message}\n`);
    held = false;
  }
}
process.exitCode = held ? 0 : 1;

function line(m: Measured): string {
  const three = (value: number) => value.toFixed(4).replace(/^0/, "");
  return [
    m.table.padEnd(16),
    `AUC ${three(m.auc)} (${three(m.aucLow)}–${three(m.aucHigh)})`,
    `PR-AUC ${three(m.prAuc)}`,
    `Brier ${three(m.brier)}`,
    `log loss ${three(m.logLoss)}`,
    `ECE15 ${three(m.ece15)}`,
    `lift ${m.lift10.toFixed(2)}`,
    `${m.calibration}, λ ${m.penalty}`,
    `train ${m.trainSeconds.toFixed(2)} s`,
    `score all ${m.rows} ${m.scoreSeconds.toFixed(2)} s`,
    `artifact ${m.artifactKb.toFixed(0)} kB`,
    `factors add up within ${m.factorGap.toExponential(1)}`,
  ].join("  ");
}
