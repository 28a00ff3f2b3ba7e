import type { Grain } from "#core/domain/series.ts";

const dayMs = 86_400_000;

/** A bucket's first day moved by a number of buckets; days are calendar days, whatever their hours. */
export function shiftBucket(at: string, grain: Grain, by: number): string {
  const day = new Date(`${at}T00:00:00Z`);
  if (grain === "month") day.setUTCMonth(day.getUTCMonth() + by);
  else day.setTime(day.getTime() + by * dayMs * (grain === "week" ? 7 : 1));
  return day.toISOString().slice(0, 10);
}

/** A bucket as people say it: `2 March 2026`, `the week of 2 March 2026`, `March 2026`. */
export function bucketName(at: string, grain: Grain): string {
  if (grain === "month") return dayName(at).replace(/^\d+ /, "");
  return grain === "week" ? `the week of ${dayName(at)}` : dayName(at);
}

/** `2 March 2026`. */
export function dayName(at: string): string {
  const [year, month = "1", day = "1"] = at.split("-");
  return `${Number(day)} ${monthNames[Number(month) - 1]} ${year}`;
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(at: string): number {
  return (new Date(`${at}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** How many buckets the same season lies back: 52 weeks and 364 days keep weekdays together. */
export function bucketsAYear(grain: Grain): number {
  return { day: 364, week: 52, month: 12 }[grain];
}

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const monthNames =
  "January February March April May June July August September October November December".split(" ");
