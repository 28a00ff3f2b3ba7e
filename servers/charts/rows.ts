import { type Canvas, round } from "./frame.ts";
import { label } from "./marks.ts";

/** How charts of named rows are laid out: names left of the bars, or above them where it is narrow. */
export interface Rows {
  /** Where bars may begin and end. */
  left: number;
  right: number;
  height: number;
  /** The middle of a row's bar. */
  middle(row: number): number;
  /** A row's name, with a smaller remark after it. */
  name(row: number, text: string, options?: { strong?: boolean }): string;
}

export interface RowSpace {
  /** Pixels kept free at the right, for values. */
  after: number;
  /** Pixels for names where they stand at the left. */
  names?: number;
  barHeight?: number;
}

export function rows(
  { width, narrow }: Canvas,
  { count, top }: { count: number; top: number },
  { after, names = 170, barHeight = 18 }: RowSpace,
): Rows {
  const step = narrow ? barHeight + 28 : barHeight + 14;
  const left = narrow ? 12 : names + 12;
  const middle = (row: number) => round(top + row * step + (narrow ? 22 : 4) + barHeight / 2);
  return {
    left,
    right: width - after,
    height: count * step,
    middle,
    name: (row, text, { strong } = {}) =>
      narrow
        ? label({ x: 12, y: top + row * step + 16, text, colour: "ink", room: width - 24, strong })
        : label({
            x: left - 10,
            y: middle(row) + 4,
            text,
            anchor: "end",
            colour: "ink",
            room: names - 6,
            strong,
          }),
  };
}
