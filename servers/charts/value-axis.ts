import { scaleLinear } from "d3-scale";
import { textWidth } from "./chart-text.ts";
import { label, line } from "./marks.ts";
import { tickText, type Unit } from "./value-text.ts";

/** A vertical axis from 0 (or below, where values are) to just above the greatest value. */
export interface ValueAxis {
  at(value: number): number;
  /** Where the plot begins, right of the widest tick. */
  left: number;
  /** Grid lines and their values. */
  svg(right: number): string[];
}

export function valueAxis(
  values: readonly number[],
  { unit, top, bottom }: { unit: Unit; top: number; bottom: number },
): ValueAxis {
  const greatest = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const scale = scaleLinear()
    .domain([least, greatest === least ? least + 1 : greatest])
    .range([bottom, top])
    .nice(4);
  const ticks = scale.ticks(4);
  const left = 14 + Math.max(...ticks.map((tick) => textWidth(tickText(tick, unit))));
  const rowOf = (tick: number, right: number) => {
    const y = scale(tick);
    return [
      line({ from: { x: left, y }, to: { x: right, y }, colour: tick === 0 ? "soft" : "grid" }),
      label({ x: left - 6, y: y + 4, text: tickText(tick, unit), anchor: "end" }),
    ];
  };
  return { at: (value) => scale(value), left, svg: (right) => ticks.flatMap((tick) => rowOf(tick, right)) };
}
