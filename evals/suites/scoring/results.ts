import type { Figure } from "../../report/figure-table.ts";
import type { FewLabels } from "../few-labels/measure-few-labels.ts";
import type { Coverage } from "../interval-coverage/coverage.ts";
import type { Resplits } from "../interval-coverage/measure-resplits.ts";
import type { PlantedLeaks } from "../planted-leaks/measure-planted-leaks.ts";
import type { TableResult } from "./judge-table.ts";
import type { ShuffledResult } from "./shuffled-labels.ts";

/** What the scoring suite measured; null or empty where a part was not run or has no data. */
export interface ScoringResults {
  tables: TableResult[];
  /** What is missing: tables that are not there with where to get them, and what could not be measured. */
  absent: string[];
  shuffled: ShuffledResult | null;
  planted: PlantedLeaks | null;
  fewLabels: FewLabels[];
  coverage: Coverage[];
  resplits: Resplits | null;
}

/** The whole report, as it is printed and written. */
export interface ScoringReport extends ScoringResults {
  title: string;
  floors: Figure[];
}
