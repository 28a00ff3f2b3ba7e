import type { Figure } from "../../report/figure-table.ts";
import type { LieResult } from "./lies/measure-lies.ts";
import type { NullResult } from "./measuring/measure-null.ts";
import type { PlantedResult } from "./measuring/measure-planted.ts";
import type { OtherResult } from "./other-parts.ts";

/** What the insights suite measured; null: not asked for, or it could not be measured. */
export interface InsightsResults {
  nulls: NullResult[] | null;
  planted: PlantedResult[] | null;
  /** Whose parameters were drawn from another seed, if they were. */
  fresh: string | undefined;
  lies: LieResult[] | null;
  /** Suites and benches of their own: forecasts and error rates of tests, journeys, speed. */
  others: OtherResult[];
  /** What is missing, and why. */
  absent: string[];
}

/** The whole report, as it is printed and written. */
export interface InsightsReport extends InsightsResults {
  title: string;
  floors: Figure[];
}
