import { atLeast, atMost, type Figure, type Target, within } from "../../report/figure-table.ts";
import { type Coverage, pooledShare } from "../interval-coverage/coverage.ts";
import { knownCases } from "./cases.ts";
import type { TableResult } from "./judge-table.ts";
import type { ScoringResults } from "./results.ts";
import type { ScoringCase } from "./scored-table.ts";

/** How much worse than scikit-learn's trees a table's scores may be. */
const margin = 0.005;
const outcomeColumns = ["close_value", "deal_stage", "close_date"];

/** The public tables' floors; those of a table that is absent are missing, and so missed. */
export function tableFloors({ tables }: Pick<ScoringResults, "tables">): Figure[] {
  const floors = knownCases.flatMap(({ name, reference }) => {
    const result = tables.find((table) => table.name === name);
    if (name.startsWith("bank")) return bankFloors({ name, reference }, result);
    return name.endsWith("with leaks") ? [leaksFloor(name, result)] : noSignalFloors(name, result);
  });
  return [...floors, factorFloor(tables)];
}

/** Floors that need no table but the one whose outcomes are shuffled. */
export function shuffleFloors({ shuffled }: Pick<ScoringResults, "shuffled">): Figure[] {
  const of = shuffled?.shuffles ?? 20;
  const least = Math.ceil(0.95 * of);
  return [figure(`shuffled outcomes: no signal, of ${of}`, shuffled?.noSignal, atLeast(least))];
}

/** Of leaks under random names in made-up tables. */
export function plantedFloors({ planted }: Pick<ScoringResults, "planted">): Figure[] {
  return [
    figure("planted leaks: recall", planted && planted.all.leaks / planted.all.planted, atLeast(0.9)),
    figure("planted leaks: most false alarms in a table", planted?.worst, atMost(1)),
  ];
}

/** Of 90 % intervals, in percent. */
export function coverageFloors({
  coverage,
  resplits,
}: Pick<ScoringResults, "coverage" | "resplits">): Figure[] {
  // The worlds by which constants were set judge nothing.
  const judging = coverage.filter(({ family }) => family === "judging");
  const sizes = [...new Set(judging.map(({ leads }) => leads))].sort((a, b) => a - b);
  const inside = (found: readonly Coverage[]) =>
    found.length === 0 ? undefined : 100 * pooledShare(found).share;
  const apart = resplits ? 100 * resplits.chance.share : undefined;
  return [
    { ...figure("interval coverage, true chance known", inside(judging), within(87, 93)), unit: "%" },
    ...sizes.map((size) => ({
      ...figure(
        `interval coverage of models of ${size} leads`,
        inside(judging.filter(({ leads }) => leads === size)),
        within(87, 93),
      ),
      unit: "%",
    })),
    {
      ...figure("interval coverage, chance part, resplits of bank_additional", apart, within(87, 93)),
      unit: "%",
    },
  ];
}

function bankFloors(
  { name, reference }: Pick<ScoringCase, "name" | "reference">,
  result: TableResult | undefined,
): Figure[] {
  const auc = atLeast(rounded((reference?.auc ?? Number.NaN) - margin));
  const logLoss = atMost(rounded((reference?.logLoss ?? Number.NaN) + margin));
  const floors = [
    figure(`${name}: AUC`, result?.metrics.auc, auc),
    figure(`${name}: log loss`, result?.metrics.logLoss, logLoss),
    figure(
      `${name}: ECE15 over its floor`,
      result && result.metrics.ece15 / result.eceFloor.mean,
      atMost(1.5),
    ),
  ];
  if (name.endsWith("without duration")) return floors;
  const named = result?.findings.fields.filter(({ field }) => field === "duration").length;
  return [...floors, figure(`${name}: duration leak or suspect`, named, atLeast(1))];
}

function leaksFloor(name: string, result: TableResult | undefined): Figure {
  const leftOut = result?.findings.fields.filter(
    (found) => found.leftOut && outcomeColumns.includes(found.field),
  ).length;
  const title = `${name}: of ${outcomeColumns.join(", ")} left out`;
  return figure(title, leftOut, atLeast(outcomeColumns.length));
}

function noSignalFloors(name: string, result: TableResult | undefined): Figure[] {
  const signal = result?.findings.signal;
  const base = result?.model.baseRate;
  const far = result && base ? Math.max(...result.range.map((p) => Math.abs(p - base))) : undefined;
  return [
    figure(`${name}: no-signal verdict`, signal ? Number(!signal.found) : undefined, atLeast(1)),
    {
      ...figure(`${name}: scores off the base rate`, far === undefined ? far : 100 * far, atMost(3)),
      unit: "points",
    },
  ];
}

function factorFloor(tables: readonly TableResult[]): Figure {
  const gap = tables.length === 0 ? undefined : Math.max(...tables.map((table) => table.factorGap));
  return figure("factors miss the log-odds by", gap, atMost(1e-9));
}

function figure(name: string, value: number | null | undefined, target: Target): Figure {
  return { name, value: value ?? null, unit: "", target };
}

/** Without the dust of binary fractions. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
