import { AppError } from "#core/errors.ts";

/**
 * The column that somebody named: exactly, or else ignoring case.
 * @throws AppError VALIDATION_FAILED naming the columns that there are.
 */
export function chooseColumn(columns: readonly string[], wanted: string, option: string): string {
  const name = wanted.trim();
  const found =
    columns.find((column) => column === name) ??
    columns.find((column) => column.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new AppError(
    "VALIDATION_FAILED",
    `${option} names the column ${JSON.stringify(name)}, which the file does not have. Its columns: ${listed(columns)}.`,
  );
}

/** Up to thirty names, separated by commas. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 30).join(", ");
  return names.length > 30 ? `${shown} and ${names.length - 30} more` : shown;
}

/** The parts of "a, b" or of ["a", "b"], trimmed, blank ones left out. */
export function valueList(values: string | readonly string[] | undefined): string[] {
  const parts = typeof values === "string" ? values.split(",") : (values ?? []);
  return parts.map((part) => part.trim()).filter(Boolean);
}
