import { z } from "zod";
import type { Period } from "#core/domain/series.ts";
import { AppError } from "#core/errors.ts";
import type { Transaction } from "../db/database.ts";
import { sqlState } from "../db/sql-error.ts";
import { dayBegins } from "./day-begins.ts";

export interface PeriodInput {
  /** A day as 2026-01-31, from its midnight in the time zone, or a date and time with its zone. */
  from?: string;
  /** The same; the first moment that is not in the period any more. */
  to?: string;
  /** As checkTimeZone returns it. */
  timeZone: string;
  asOf: Date;
}

const usualDays = 90;
const mostYears = 20;

/**
 * The period that a caller asks for; where it ends after today's midnight, it ends there. Without a beginning the 90 days before its end,
 * without an end until today's midnight.
 * @throws AppError VALIDATION_FAILED for what is no date, ends before it begins, lies in the future or lasts over 20 years.
 */
export async function wholePeriod(tx: Transaction, input: PeriodInput): Promise<Period> {
  const [from, to] = [momentOf("from", input.from), momentOf("to", input.to)];
  const { rows } = await tx
    .query<{ from: Date; to: Date; today: Date; told: Date }>(
      `with today as (select date_trunc('day', $3::timestamptz at time zone $4::text) as midnight),
       told as (select ${dayBegins("midnight", "$4")} as today, ${momentSql("$2")} as told from today),
       ended as (select today, coalesce(told, today) as told, least(told, today) as ended from told),
       usual as (select *, (ended at time zone $4 - interval '${usualDays} days') as begins from ended)
     select coalesce(${momentSql("$1")}, ${dayBegins("begins", "$4")}) as "from", ended as "to", today, told from usual`,
      [from, to, input.asOf.toISOString(), input.timeZone],
    )
    .catch((error: unknown) => noSuchZone(error, input.timeZone));
  const row = rows[0];
  if (!row) throw new AppError("INTERNAL", "The database did not compute the period.");
  check(input, row);
  return { from: row.from, to: row.to };
}

/** Databases differ in the older names that they know. */
function noSuchZone(error: unknown, timeZone: string): never {
  if (sqlState(error) !== "22023") throw error;
  throw new AppError(
    "VALIDATION_FAILED",
    `The database has no time zone ${timeZone}. Give its present IANA name, such as Asia/Kolkata.`,
    { cause: error },
  );
}

/** SQL for what a caller gave: a local midnight for a date. */
function momentSql(text: string): string {
  const midnight = dayBegins(`${text}::date::timestamp`, "$4");
  return `case when ${text}::text ~ 'T' then ${text}::timestamptz else ${midnight} end`;
}

function check(input: PeriodInput, { from, to, today, told }: Period & { today: Date; told: Date }): void {
  if (from >= told) {
    const begins = input.from ?? from.toISOString().slice(0, 10);
    const ends = input.to === undefined ? "the end, today's midnight" : `to, ${input.to}`;
    const fix = input.to === undefined ? "Give an earlier from" : "Exchange them, or leave one out";
    throw new AppError("VALIDATION_FAILED", `from, ${begins}, is not before ${ends}. ${fix}.`);
  }
  if (from >= today || from >= to)
    throw new AppError(
      "VALIDATION_FAILED",
      `The period begins at ${input.from}, and nothing after ${input.asOf.toISOString().slice(0, 10)} has happened yet. Give an earlier from.`,
    );
  if (told.getTime() - from.getTime() > mostYears * 366 * 86_400_000)
    throw new AppError(
      "VALIDATION_FAILED",
      `The period lasts over ${mostYears} years. Give a later from or an earlier to.`,
    );
}

const day = z.iso.date();
const dayAndTime = z.iso.datetime({ offset: true });

/** Dates that there are, of years that the database takes. */
function momentOf(name: "from" | "to", text: string | undefined): string | null {
  if (text === undefined) return null;
  const year = Number(text.slice(0, 4));
  if ((day.safeParse(text).success || dayAndTime.safeParse(text).success) && year >= 1900 && year < 9_000)
    return text.toUpperCase();
  throw new AppError(
    "VALIDATION_FAILED",
    `${name} is ${JSON.stringify(text.slice(0, 60))}. Give a day there is as 2026-01-31, or a date and time with its zone as 2026-01-31T09:30:00+01:00.`,
  );
}
