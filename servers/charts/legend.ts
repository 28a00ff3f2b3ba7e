import { textWidth } from "./chart-text.ts";
import { label } from "./marks.ts";

export interface LegendEntry {
  /** Draws the sample in a box of 18 pixels that begins here; y is its middle. */
  sample(x: number, y: number): string;
  text: string;
}

/** Entries in as many rows as the width asks for, the first beginning at `y`. */
export function legend(
  entries: readonly LegendEntry[],
  { x, y, width }: { x: number; y: number; width: number },
): { svg: string[]; height: number } {
  const svg: string[] = [];
  let [left, row] = [x, 0];
  for (const { sample, text } of entries) {
    const taken = 24 + textWidth(text) + 14;
    if (left > x && left + taken > x + width) [left, row] = [x, row + 1];
    const middle = y + row * 18;
    svg.push(sample(left, middle), label({ x: left + 24, y: middle + 4, text, room: width - 24 }));
    left += taken;
  }
  return { svg, height: entries.length > 0 ? (row + 1) * 18 : 0 };
}
