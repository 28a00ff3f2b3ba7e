import { AppError } from "#core/errors.ts";
import { insightsFloors } from "./floors.ts";
import { measureLies } from "./lies/measure-lies.ts";
import { askProduct } from "./measuring/ask-product.ts";
import { measureNull } from "./measuring/measure-null.ts";
import { measurePlanted } from "./measuring/measure-planted.ts";
import { measureOther } from "./other-parts.ts";
import type { InsightsPart } from "./parts.ts";
import type { InsightsReport, InsightsResults } from "./results.ts";

export interface InsightsRun {
  parts: readonly InsightsPart[];
  /** Null workspaces. */
  nullSeeds: number;
  /** Workspaces of each kind of planted effect. */
  plantedSeeds: number;
  /** Runs with a lying model. */
  lieCases?: number;
  /** Draws other parameters of planted effects and null workspaces: any text. */
  fresh?: string | undefined;
  /** Told what is under way. */
  onProgress(text: string): void;
}

/** Measures insights on made-up workspaces whose truth is known, and holds them against the floors. */
export async function runInsights(run: InsightsRun): Promise<InsightsReport> {
  const { parts, nullSeeds, plantedSeeds, lieCases = 100, fresh, onProgress } = run;
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
        results.nulls = await measureNull({ seeds: nullSeeds, salt: fresh ?? "null", onDone }, askProduct);
      } else if (part === "planted") {
        results.planted = await measurePlanted({ seeds: plantedSeeds, fresh, onDone }, askProduct);
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
