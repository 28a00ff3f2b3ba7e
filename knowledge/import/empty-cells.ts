const empty = new Set(["", "NULL", "null", "N/A", "n/a", "#N/A", "NaN", "nan", "\\N", "<null>"]);
const emptyAmongOthers = new Set(["NA", "na", "None", "none", "nil", "-", "--", "?", "."]);

/** Cells that say in any column that there is no value. "Null" is kept: it is a surname. */
export function isEmptyCell(cell: string): boolean {
  return empty.has(cell);
}

/**
 * Cells that say so in a column of numbers, dates or booleans only: elsewhere "NA" may be a region and "none" an answer.
 * "unknown" is never empty: that somebody did not say is a value of its own.
 */
export function isPlaceholder(cell: string): boolean {
  return emptyAmongOthers.has(cell);
}
