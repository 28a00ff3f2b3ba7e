import type { FieldType, FieldValue } from "#core/domain/contact.ts";
import { parseBoolean } from "./boolean-cells.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { type DateOrder, parseDate, toIso } from "./date-cells.ts";
import { isEmptyCell, isPlaceholder } from "./empty-cells.ts";
import { type NumberNotation, parseNumber, splitUnit } from "./number-cells.ts";

/** How the cells of one column are read. */
export interface ColumnType {
  type: FieldType;
  /** Of a number: its notation, and the unit that every cell carries. */
  notation?: NumberNotation;
  unit?: string;
  /** Of a date whose day and month are numbers. */
  order?: DateOrder;
  /** Why the column is not what it nearly is, in words for the person who imports it. */
  note?: string;
}

export interface TypingHints {
  /** Decides between 3 April and March 4 where the column itself does not. */
  dateOrder?: DateOrder;
  /** The file's delimiter: with `;` a comma is rather a decimal comma. */
  delimiter?: string;
}

/** Infers a column's type from all of its cells. */
export function inferType(profile: ColumnProfile, hints: TypingHints = {}): ColumnType {
  const { filled } = profile;
  if (filled + profile.placeholders === 0) return { type: "empty" };
  if (filled === 0) return { type: "category" };
  if (profile.booleans === filled) return { type: "boolean" };
  const number = numberType(profile, hints);
  if (number) return number;
  const date = dateType(profile, hints);
  if (date) return date;
  const type = isText(profile) ? "text" : "category";
  return { type, note: nearlyNumber(profile) };
}

/** Reads a cell as the column's type; null when it is empty or, in typed columns, does not fit. */
export function toValue(cell: string, column: ColumnType): FieldValue {
  if (isEmptyCell(cell)) return null;
  switch (column.type) {
    case "number": {
      const text = column.unit ? (splitUnit(cell)?.number ?? cell) : cell;
      return parseNumber(text, column.notation ?? "plain") ?? null;
    }
    case "boolean":
      return parseBoolean(cell) ?? null;
    case "date": {
      const date = parseDate(cell, column.order);
      return date ? toIso(date) : null;
    }
    case "empty":
      return null;
    default:
      return cell;
  }
}

/** Whether a cell says something that the column's type cannot hold. */
export function isLost(cell: string, value: FieldValue): boolean {
  return value === null && !isEmptyCell(cell) && !isPlaceholder(cell);
}

function numberType(profile: ColumnProfile, hints: TypingHints): ColumnType | undefined {
  const { filled, units } = profile;
  const plain = agreeing(profile.numbers, filled, hints);
  if (plain) return { type: "number", notation: plain };
  const unit = [...units.keys()][0];
  const withUnit = units.size === 1 ? agreeing(profile.unitNumbers, filled, hints) : undefined;
  return withUnit ? { type: "number", notation: withUnit, unit } : undefined;
}

function agreeing(
  counts: Record<NumberNotation, number>,
  filled: number,
  hints: TypingHints,
): NumberNotation | undefined {
  const order: NumberNotation[] =
    hints.delimiter === ";" ? ["plain", "comma", "point"] : ["plain", "point", "comma"];
  return order.find((notation) => counts[notation] === filled);
}

function dateType(profile: ColumnProfile, hints: TypingHints): ColumnType | undefined {
  const { filled, plainDates, dayFirst, monthFirst, eitherFirst } = profile;
  if (plainDates === filled) return { type: "date" };
  if (plainDates + dayFirst + monthFirst + eitherFirst < filled) return undefined;
  if (dayFirst > 0 && monthFirst > 0) {
    return { type: "text", note: "some dates name the day first, others the month: kept as text" };
  }
  const order = dayFirst > 0 ? "dmy" : monthFirst > 0 ? "mdy" : hints.dateOrder;
  if (order) return { type: "date", order };
  return { type: "text", note: "day or month first? kept as text; say --date-format dmy or mdy" };
}

/** Long, or nearly every row its own. */
function isText(profile: ColumnProfile): boolean {
  const { filled, characters, longest, distinct, distinctOverflow } = profile;
  if (distinctOverflow || longest > 200 || characters / filled > 60) return true;
  return filled >= 20 && distinct.size > filled / 2;
}

function nearlyNumber(profile: ColumnProfile): string | undefined {
  const numbers = Math.max(profile.numbers.plain, profile.numbers.point, profile.numbers.comma);
  const others = profile.filled - numbers;
  if (numbers < 0.95 * profile.filled || others === 0) return undefined;
  const example = [...profile.distinct.keys()].find(
    (cell) => parseNumber(cell, "plain") === undefined && !isPlaceholder(cell),
  );
  const such = example === undefined ? "" : `, such as ${JSON.stringify(example.slice(0, 30))}`;
  return `${others} of ${profile.filled} values are no numbers${such}: kept as text`;
}
