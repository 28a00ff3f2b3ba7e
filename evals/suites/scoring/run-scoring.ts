import { AppError } from "#core/errors.ts";
import { datasets, loadTable, type Table } from "../../datasets.ts";
import type { Figure } from "../../report/figure-table.ts";
import { tableLeads } from "../../table-leads.ts";
import { measureFewLabels } from "../few-labels/measure-few-labels.ts";
import type { Coverage } from "../interval-coverage/coverage.ts";
import { generators } from "../interval-coverage/generators.ts";
import { isTrainable, measureCoverage } from "../interval-coverage/measure-coverage.ts";
import { compareResplits } from "../interval-coverage/measure-resplits.ts";
import { measurePlantedLeaks } from "../planted-leaks/measure-planted-leaks.ts";
import { scoringCases } from "./cases.ts";
import { coverageFloors, plantedFloors, shuffleFloors, tableFloors } from "./floors.ts";
import { judgeTable, type TableResult } from "./judge-table.ts";
import type { ScoringReport, ScoringResults } from "./results.ts";
import { scoreInMemory } from "./score-in-memory.ts";
import { scoreSample } from "./score-sample.ts";
import { scoreThroughProduct } from "./score-through-product.ts";
import type { ScoringCase } from "./scored-table.ts";
import { measureShuffled } from "./shuffled-labels.ts";

/** What can be run by itself, in this order. */
export const scoringParts = ["tables", "sample", "shuffles", "leaks", "few-labels", "coverage"] as const;
export type ScoringPart = (typeof scoringParts)[number];

export interface ScoringRun {
  parts: readonly ScoringPart[];
  /** Trains on tables in memory instead of importing them: quicker, and not what users do. */
  inMemory: boolean;
  /** Told what is under way. */
  onProgress(text: string): void;
}

/** Nineteen small shuffles for one large: each costs a training. */
const shuffleSizes = [...new Array<number>(19).fill(3_000), Number.POSITIVE_INFINITY];
const sample = "sample workspace";
const plantedTables = 40;
const fewLabelSeeds = 2;
/** Leads to train on, and tables drawn of each shape: fewer where each takes longer and differs less. */
const coverageGrid: readonly { leads: number; seeds: number; shapes?: readonly string[] }[] = [
  { leads: 60, seeds: 6 },
  { leads: 100, seeds: 6 },
  { leads: 200, seeds: 6 },
  { leads: 1_000, seeds: 4 },
  { leads: 4_000, seeds: 2 },
  { leads: 20_000, seeds: 2, shapes: ["linear", "interactions", "rare"] },
];

/** Measures scoring on the sample workspace, the public tables and generators, and holds it against the floors. */
export async function runScoring(run: ScoringRun): Promise<ScoringReport> {
  const results = nothingMeasured();
  const floors: Figure[] = [];
  const work: Record<ScoringPart, () => Promise<Figure[]>> = {
    tables: async () => {
      const { cases, absent } = scoringCases();
      results.absent = absent;
      for (const one of cases) await keep(results, one.name, () => scoreCase(one, run));
      return tableFloors(results);
    },
    sample: async () => {
      run.onProgress(sample);
      await keep(results, sample, async () => judgeTable(sample, await scoreSample()));
      return [];
    },
    shuffles: async () => {
      run.onProgress("shuffled outcomes");
      const leads = bankLeads();
      results.shuffled = leads && (await measureShuffled(leads, { sizes: shuffleSizes }));
      return shuffleFloors(results);
    },
    leaks: async () => {
      run.onProgress("planted leaks");
      results.planted = measurePlantedLeaks(plantedTables);
      return plantedFloors(results);
    },
    "few-labels": async () => {
      run.onProgress("few labels");
      results.fewLabels = await measureFewLabels({ seeds: fewLabelSeeds });
      return [];
    },
    coverage: async () => {
      results.coverage = await coverageOfAll(run);
      run.onProgress("resplits of bank_additional");
      const leads = bankLeads();
      results.resplits =
        leads && (await compareResplits({ leads, resplits: 4, half: 4_000, asked: 2_000 }, 20_000));
      return coverageFloors(results);
    },
  };
  for (const part of run.parts) floors.push(...(await work[part]()));
  return { title: "Lead scoring", ...results, floors };
}

/** Keeps a table's result, or what went wrong: the other tables are measured all the same. */
async function keep(results: ScoringResults, name: string, work: () => Promise<TableResult>): Promise<void> {
  try {
    results.tables.push(await work());
  } catch (error) {
    results.absent.push(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
  }
}

/** The results of no part at all. */
export function nothingMeasured(): ScoringResults {
  return {
    tables: [],
    absent: [],
    shuffled: null,
    planted: null,
    fewLabels: [],
    coverage: [],
    resplits: null,
  };
}

/** Puts one table through. @throws AppError VALIDATION_FAILED when its test rows have one outcome only. */
export async function scoreCase(one: ScoringCase, run: Pick<ScoringRun, "inMemory" | "onProgress">) {
  run.onProgress(`${one.name}, ${one.table.rows.length} rows`);
  const scored = await (run.inMemory ? scoreInMemory(one) : scoreThroughProduct(one));
  return judgeTable(one.name, scored, one.reference);
}

async function coverageOfAll({ onProgress }: ScoringRun): Promise<Coverage[]> {
  const measured: Coverage[] = [];
  for (const generator of generators) {
    onProgress(`interval coverage: ${generator.name}`);
    for (const { leads, seeds, shapes } of coverageGrid) {
      if (shapes && !shapes.includes(generator.name)) continue;
      if (isTrainable(generator, leads)) measured.push(await measureCoverage({ generator, leads, seeds }));
    }
  }
  return measured;
}

/** bank_additional's leads without the column that leaks; null when the table is absent. */
function bankLeads() {
  const table = loadedOrNull();
  return table && tableLeads(table, datasets.bank_additional.leaks).map(({ lead }) => lead);
}

function loadedOrNull(): Table | null {
  try {
    return loadTable(datasets.bank_additional);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
