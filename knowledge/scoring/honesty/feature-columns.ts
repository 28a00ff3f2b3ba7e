import type { FeatureRow, FeatureValue } from "../features/feature.ts";
import { absentValue } from "../features/sparse.ts";

/** Values by feature and, within it, by row; where a row has none stands what its absence means. */
export function columnsOf(rows: readonly FeatureRow[]): Map<string, (FeatureValue | undefined)[]> {
  const columns = new Map<string, (FeatureValue | undefined)[]>();
  rows.forEach((row, i) => {
    for (const source in row) {
      let column = columns.get(source);
      if (column === undefined) {
        column = new Array<FeatureValue | undefined>(rows.length).fill(absentValue(source));
        columns.set(source, column);
      }
      column[i] = row[source];
    }
  });
  return columns;
}
