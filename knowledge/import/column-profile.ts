import { looksLikeEmail } from "../crm/email-address.ts";
import { parseBoolean } from "./boolean-cells.ts";
import { parseDate, possibleOrders } from "./date-cells.ts";
import { isEmptyCell, isPlaceholder } from "./empty-cells.ts";
import { looksLikePhone } from "./identity-cells.ts";
import { type NumberNotation, numberNotations, parseNumber, splitUnit } from "./number-cells.ts";

/** Distinct values that are remembered with their counts; a column with more is no category. */
export const distinctLimit = 1_000;

/** What has been seen in one column. Its size does not depend on the number of rows. */
export interface ColumnProfile {
  name: string;
  rows: number;
  /** Cells that are neither empty nor a placeholder such as "NA" or "-". */
  filled: number;
  placeholders: number;
  characters: number;
  longest: number;
  /** Values with their counts, placeholders included; the first `distinctLimit` of them. */
  distinct: Map<string, number>;
  /** True when there were more values than `distinct` holds. */
  distinctOverflow: boolean;
  /** How many filled cells are a number in each notation. */
  numbers: Record<NumberNotation, number>;
  /** The same, of the numbers that carry a unit ("$1,200", "12 %"). */
  unitNumbers: Record<NumberNotation, number>;
  units: Map<string, number>;
  booleans: number;
  /** Dates that name the year first or the month by name. */
  plainDates: number;
  /** Dates such as 3/4/2024 by what they allow. */
  dayFirst: number;
  monthFirst: number;
  eitherFirst: number;
  emails: number;
  phones: number;
}

export function newProfile(name: string): ColumnProfile {
  const none = () => ({ plain: 0, point: 0, comma: 0 });
  return {
    name,
    rows: 0,
    filled: 0,
    placeholders: 0,
    characters: 0,
    longest: 0,
    distinct: new Map(),
    distinctOverflow: false,
    numbers: none(),
    unitNumbers: none(),
    units: new Map(),
    booleans: 0,
    plainDates: 0,
    dayFirst: 0,
    monthFirst: 0,
    eitherFirst: 0,
    emails: 0,
    phones: 0,
  };
}

/** Takes one more cell of the column into account. */
export function observe(profile: ColumnProfile, cell: string): void {
  profile.rows++;
  const seen = profile.distinct.get(cell);
  if (seen !== undefined) {
    // What a value is was counted when it was first met; `settle` multiplies it by its count.
    profile.distinct.set(cell, seen + 1);
    return;
  }
  if (isEmptyCell(cell)) return;
  if (profile.distinct.size < distinctLimit && cell.length <= 200) profile.distinct.set(cell, 1);
  else {
    profile.distinctOverflow = true;
    classify(profile, cell, 1);
  }
}

/** To be called once after the last cell: adds up what the remembered values are. */
export function settle(profile: ColumnProfile): void {
  for (const [cell, count] of profile.distinct) classify(profile, cell, count);
}

function classify(profile: ColumnProfile, cell: string, count: number): void {
  if (isPlaceholder(cell)) {
    profile.placeholders += count;
    return;
  }
  profile.filled += count;
  profile.characters += cell.length * count;
  profile.longest = Math.max(profile.longest, cell.length);
  if (cell.length > 60) return;
  countNumber(profile, cell, count);
  if (parseBoolean(cell) !== undefined) profile.booleans += count;
  countDate(profile, cell, count);
  if (looksLikeEmail(cell)) profile.emails += count;
  else if (looksLikePhone(cell)) profile.phones += count;
}

function countNumber(profile: ColumnProfile, cell: string, count: number): void {
  const withUnit = splitUnit(cell);
  const tally = withUnit ? profile.unitNumbers : profile.numbers;
  for (const notation of numberNotations) {
    if (parseNumber(withUnit?.number ?? cell, notation) !== undefined) tally[notation] += count;
  }
  if (withUnit) profile.units.set(withUnit.unit, (profile.units.get(withUnit.unit) ?? 0) + count);
}

function countDate(profile: ColumnProfile, cell: string, count: number): void {
  if (parseDate(cell)) {
    profile.plainDates += count;
    return;
  }
  const orders = possibleOrders(cell);
  if (orders.length === 2) profile.eitherFirst += count;
  else if (orders[0] === "dmy") profile.dayFirst += count;
  else if (orders[0] === "mdy") profile.monthFirst += count;
}
