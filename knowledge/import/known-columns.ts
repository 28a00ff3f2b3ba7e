import type { ColumnProfile } from "./column-profile.ts";
import type { ColumnType } from "./infer-type.ts";

/** A column as the first reading of the file left it. */
export interface SeenColumn {
  profile: ColumnProfile;
  type: ColumnType;
}

/** A field that a column may be recognised as: by its name, and only when its values agree. */
export interface KnownColumn<Field extends string> {
  field: Field;
  /** Headers in lower case without blanks and punctuation; the earlier is preferred where a file has several. */
  names: readonly string[];
  fits: (column: SeenColumn) => boolean;
}

/** Finds the column of each field; every column serves one field at most. Columns in `taken` are left alone. */
export function recognise<Field extends string>(
  known: readonly KnownColumn<Field>[],
  columns: readonly SeenColumn[],
  taken: ReadonlySet<string>,
): Map<Field, string> {
  const found = new Map<Field, string>();
  const used = new Set(taken);
  for (const { field, names, fits } of known) {
    if (found.has(field)) continue;
    for (const name of names) {
      const column = columns.find(
        ({ profile }) => simplified(profile.name) === name && !used.has(profile.name),
      );
      if (!column || column.type.type === "empty" || !fits(column)) continue;
      found.set(field, column.profile.name);
      used.add(column.profile.name);
      break;
    }
  }
  return found;
}

/** A header as known names are written: "E-mail Address" and "email_address" are both "emailaddress". */
export function simplified(header: string): string {
  return header
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]/g, "");
}

/** Values that name somebody or something: not numbers, dates, yes or no. */
export const isName = ({ type }: SeenColumn): boolean => type.type === "category" || type.type === "text";

export const isDate = ({ type }: SeenColumn): boolean => type.type === "date";

/** At least nine of ten values are addresses. */
export const holdsEmails = ({ profile }: SeenColumn): boolean =>
  profile.emails >= 0.9 * profile.filled && profile.filled > 0;

export const holdsPhones = ({ profile }: SeenColumn): boolean =>
  profile.phones >= 0.9 * profile.filled && profile.filled > 0;

/** Every value that is filled in is one of these, in any case; only where a column has few values. */
export function holdsOnly(column: SeenColumn, values: ReadonlySet<string>): boolean {
  const { distinct, distinctOverflow } = column.profile;
  return (
    !distinctOverflow &&
    distinct.size > 0 &&
    [...distinct.keys()].every((value) => values.has(value.toLowerCase()))
  );
}
