import { AppError } from "#core/errors.ts";
import { insightsFloors } from "./floors.ts";
import { measureLies } from "./lies/measure-lies.ts";
import { inThreads } from "./measuring/in-threads.ts";
import { measureOther } from "./other-parts.ts";
import type { InsightsPart } from "./parts.ts";
import type { PlantedKind } from "./planted/planted.ts";
import type { InsightsReport, InsightsResults } from "./results.ts";

export interface InsightsRun {
  parts: readonly InsightsPart[];
  /** Null workspaces. */
  nullSeeds: number;
  /** Workspaces of each kind of planted effect. */
  plantedSeeds: number;
  /** Those to plant; by default all. */
  kinds?: readonly PlantedKind[] | undefined;
  /** Runs with a lying model. */
  lieCases?: number;
  /** Draws other parameters of planted effects and null workspaces: any text. */
  fresh?: string | undefined;
  /** Told what is under way. */
  onProgress(text: string): void;
}

/** Measures insights on made-up workspaces whose truth is known, and holds them against the floors. */
export async function runInsights(run: InsightsRun): Promise<InsightsReport> {
  const { parts, nullSeeds, plantedSeeds, kinds, lieCases = 100, fresh, onProgress } = run;
  const results: InsightsResults = {
    nulls: null,
    planted: null,
    fresh,
    lies: null,
    others: [],
    absent: [],
  };
  for (const part of parts) {
    onProgress(part);
    const onDone = (done: number) =>
      done % 20 === 0 ? onProgress(`${part}: ${done} workspaces`) : undefined;
    await keep(results, part, async () => {
      if (part === "null") {
        results.nulls = await inThreads({ part, run: { seeds: nullSeeds, salt: fresh } }, onDone);
      } else if (part === "planted") {
        results.planted = await inThreads({ part, run: { seeds: plantedSeeds, kinds, fresh } }, onDone);
      } else if (part === "models") results.lies = await measureLies({ cases: lieCases });
      else results.others.push(await measureOther(part));
    });
  }
  return { title: "Insights", ...results, floors: insightsFloors(parts, results) };
}

/** Keeps going when a part cannot be measured, and says why; its floors are then missing. */
async function keep(results: InsightsResults, name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const isAbsent = error instanceof AppError && error.code === "NOT_FOUND";
    results.absent.push(isAbsent ? why : `${name} could not be measured: ${why}`);
  }
}
