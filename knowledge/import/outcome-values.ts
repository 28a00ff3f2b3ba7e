import type { OutcomeResult } from "#core/domain/outcome.ts";
import { AppError } from "#core/errors.ts";
import { listed, valueList } from "./choose-column.ts";
import type { ColumnProfile } from "./column-profile.ts";
import { isEmptyCell } from "./empty-cells.ts";

export interface OutcomeWords {
  /** Values, in any case, that mean won; a list or separated by commas. */
  won?: string | readonly string[];
  lost?: string | readonly string[];
  /** Values that mean that the lead has not ended; they count as blank. */
  open?: string | readonly string[];
}

/** Reads a cell of the outcome column: null is "not ended", as is a value that is in no list. */
export type OutcomeReader = (cell: string) => OutcomeResult | null;

const usualWon = ["won", "yes", "y", "true", "1", "closed won", "converted", "success"];
const usualLost = ["lost", "no", "n", "false", "0", "closed lost", "failure"];
const usualOpen = ["open"];

/**
 * Decides what the values of the outcome column mean. Without words, pairs such as yes and no are understood; with one
 * of the two lists, the only other value is taken for its opposite.
 * @throws AppError VALIDATION_FAILED when values are left whose meaning would be a guess.
 */
export function outcomeReader(profile: ColumnProfile, words: OutcomeWords): OutcomeReader {
  const named = valueList(words.open);
  const open = lower(named.length > 0 ? named : words.won || words.lost ? [] : usualOpen);
  const values = [...profile.distinct.keys()]
    .map((value) => value.toLowerCase())
    .filter((value) => !open.includes(value));
  const given = { won: lower(valueList(words.won)), lost: lower(valueList(words.lost)) };
  const { won, lost } = complete(given, unique(values), profile.name);
  const known = new Map<string, OutcomeResult | null>([
    ...open.map((value) => [value, null] as const),
    ...lost.map((value) => [value, "lost"] as const),
    ...won.map((value) => [value, "won"] as const),
  ]);
  const both = won.find((value) => lost.includes(value));
  if (both)
    throw new AppError(
      "VALIDATION_FAILED",
      `The value ${JSON.stringify(both)} cannot mean both won and lost.`,
    );
  return (cell) => (isEmptyCell(cell) ? null : (known.get(cell.toLowerCase()) ?? null));
}

/**
 * Says which values of the column are in none of the three lists: their leads are kept, as not ended, because a lead
 * must not be lost for a stage that nobody thought of.
 */
export function unlistedOutcomes({ name, distinct }: ColumnProfile, words: OutcomeWords): string[] {
  if (valueList(words.won).length === 0 || valueList(words.lost).length === 0) return [];
  const listedValues = lower([words.won, words.lost, words.open].flatMap(valueList));
  const others = [...distinct].filter(([value]) => !listedValues.includes(value.toLowerCase()));
  if (others.length === 0) return [];
  const rows = others.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${rows} rows have other values in ${name}: ${listed(others.map(([value]) => value))}. They are taken as not ended; name them in --won, --lost or --open.`,
  ];
}

interface Lists {
  won: string[];
  lost: string[];
}

function complete(given: Lists, values: string[], column: string): Lists {
  if (given.won.length > 0 && given.lost.length > 0) return given;
  if (given.won.length === 0 && given.lost.length === 0) return usual(values, column);
  const named = [...given.won, ...given.lost];
  const others = values.filter((value) => !named.includes(value));
  if (others.length > 1) {
    const missing = given.won.length > 0 ? "--lost" : "--won";
    throw new AppError(
      "VALIDATION_FAILED",
      `The column ${column} also holds ${listed(others)}. Say which of them mean ${missing.slice(2)} with ${missing}, and which are still open with --open.`,
    );
  }
  return given.won.length > 0 ? { won: given.won, lost: others } : { won: others, lost: given.lost };
}

function usual(values: string[], column: string): Lists {
  const strange = values.filter((value) => ![...usualWon, ...usualLost, ...usualOpen].includes(value));
  if (strange.length > 0) {
    throw new AppError(
      "VALIDATION_FAILED",
      `What do the values of ${column} mean? It holds ${listed(values)}. Say it with --won and --lost (and --open).`,
    );
  }
  return { won: usualWon, lost: usualLost };
}

const lower = (values: string[]) => values.map((value) => value.toLowerCase());
const unique = (values: string[]) => [...new Set(values)];
