import { fieldOfFeature } from "../features/feature.ts";
import { checkFields } from "../honesty/check-fields.ts";
import type { Pause, TrainingTable } from "../models/learner.ts";
import { costsOfLeavingOut, withoutSources } from "./cost-of-leaving-out.ts";
import type { JudgedField } from "./report.ts";
import type { TrainingOptions } from "./trained-lead-model.ts";

/** A table without its leaks, and what was found. */
export interface CheckedTable {
  table: TrainingTable;
  fields: readonly JudgedField[];
}

/**
 * Leaves out the fields that know the outcome, unless the user vouched for them, and measures what the suspects are worth.
 * @param undated fields that are out of the table already, because their dates cannot be read.
 */
export async function checkTable(
  { table, undated }: { table: TrainingTable; undated: ReadonlySet<string> },
  { history, keep = [] }: TrainingOptions,
  pause: Pause,
): Promise<CheckedTable> {
  const checks = checkFields({ ...table, history });
  await pause(0.3);
  const fieldOf = ({ source, field }: (typeof checks)[number]) => fieldOfFeature(source) ?? field;
  const isLeak = (check: (typeof checks)[number]) =>
    check.verdict === "leak" && !keep.includes(fieldOf(check));
  const leaks = checks.filter(isLeak).map(({ source }) => source);
  const clean = leaks.length > 0 ? { ...table, rows: withoutSources(table.rows, leaks) } : table;
  const isOut = (check: (typeof checks)[number]) => isLeak(check) || undated.has(fieldOf(check));
  const suspects = checks.filter((check) => !isOut(check)).map(({ source }) => source);
  const costs = await costsOfLeavingOut(clean, suspects, pause);
  const fields = checks.map((check) => ({
    ...check,
    leftOut: isOut(check),
    costOfLeavingOut: costs.get(check.source) ?? null,
  }));
  return { table: clean, fields };
}
