import { scaleUtc } from "d3-scale";
import { label, line } from "./marks.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export interface TimeAxis {
  at(moment: Date): number;
  svg(y: number): string[];
}

/** A horizontal axis over moments, labelled with days or months, the year with the first and with each January. */
export function timeAxis(
  [from, to]: readonly [Date, Date],
  { left, right }: { left: number; right: number },
): TimeAxis {
  const end = to > from ? to : new Date(from.getTime() + 86_400_000);
  const scale = scaleUtc().domain([from, end]).range([left, right]);
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / 95)));
  const monthly = ticks.every((tick) => tick.getUTCDate() === 1);
  const texts = ticks.map((tick, i) => tickText(tick, { monthly, previous: ticks[i - 1] }));
  return {
    at: (moment) => scale(moment),
    svg: (y) =>
      ticks.flatMap((tick, i) => [
        line({ from: { x: scale(tick), y }, to: { x: scale(tick), y: y + 4 }, colour: "soft" }),
        label({
          x: Math.min(right - 14, Math.max(left + 8, scale(tick))),
          y: y + 17,
          text: texts[i] ?? "",
          anchor: "middle",
        }),
      ]),
  };
}

/** The moment at which a day begins, in UTC: a chart's axis knows no time zones. Null for what is no date. */
export function dayMoment(day: string): Date | null {
  const moment = new Date(day.length > 10 ? day : `${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** "3 Mar 2026". */
export function dayText(moment: Date): string {
  return `${moment.getUTCDate()} ${monthOf(moment)} ${moment.getUTCFullYear()}`;
}

function tickText(
  tick: Date,
  { monthly, previous }: { monthly: boolean; previous: Date | undefined },
): string {
  const year = previous?.getUTCFullYear() === tick.getUTCFullYear() ? "" : ` ${tick.getUTCFullYear()}`;
  return `${monthly ? "" : `${tick.getUTCDate()} `}${monthOf(tick)}${year}`;
}

function monthOf(moment: Date): string {
  return months[moment.getUTCMonth()] ?? "";
}
