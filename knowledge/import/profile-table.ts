import { AppError } from "#core/errors.ts";
import { type ColumnProfile, newProfile, observe, settle } from "./column-profile.ts";
import type { Row } from "./csv-records.ts";
import type { CsvTable } from "./csv-table.ts";

export interface ProfileRun {
  /** Is given every good row beside the profiles, to look for more. */
  onRow?: (row: Row) => void;
  onBatch?: (rows: number) => void;
  signal?: AbortSignal;
}

/** Reads a table once and says what its columns hold; bad rows are left to the second reading. */
export async function profileTable(
  table: CsvTable,
  run: ProfileRun = {},
): Promise<{ rows: number; columns: ColumnProfile[] }> {
  const columns = table.columns.map(newProfile);
  let count = 0;
  for await (const { rows } of table.rows()) {
    if (run.signal?.aborted) throw new AppError("CANCELLED", "The import was cancelled; nothing was stored.");
    for (const row of rows) {
      for (let i = 0; i < columns.length; i++) {
        const profile = columns[i];
        if (profile) observe(profile, row.cells[i] ?? "");
      }
      run.onRow?.(row);
    }
    count += rows.length;
    run.onBatch?.(count);
  }
  for (const profile of columns) settle(profile);
  return { rows: count, columns };
}
