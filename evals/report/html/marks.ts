import type { Scales } from "./plot.ts";

/** A place in a plot, in the axes' units. */
export interface Point {
  x: number;
  y: number;
}

/** A line through points. */
export function line(at: Scales, points: readonly Point[], style: string): string {
  return `<polyline class="${style}" points="${path(at, points)}"/>`;
}

/** The area between two lines over the same places. */
export function area(at: Scales, upper: readonly Point[], lower: readonly Point[], style: string): string {
  return `<polygon class="${style}" points="${path(at, [...upper, ...lower.toReversed()])}"/>`;
}

/** A dot with words that show when it is pointed at. */
export function dot(at: Scales, { x, y }: Point, words: string): string {
  return `<circle class="dot" cx="${at.x(x)}" cy="${at.y(y)}" r="3"><title>${words}</title></circle>`;
}

/** A vertical range. */
export function whisker(at: Scales, { x, low, high }: { x: number; low: number; high: number }): string {
  return `<line class="whisker" x1="${at.x(x)}" y1="${at.y(low)}" x2="${at.x(x)}" y2="${at.y(high)}"/>`;
}

/** A bar from one height to another. */
export function bar(
  at: Scales,
  { from, to, low, high }: { from: number; to: number; low: number; high: number },
  style: string,
): string {
  const [x, y] = [at.x(from), at.y(high)];
  const [width, height] = [Math.max(0, at.x(to) - x - 1), at.y(low) - y];
  return `<rect class="${style}" x="${x}" y="${y}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`;
}

function path(at: Scales, points: readonly Point[]): string {
  return points.map(({ x, y }) => `${at.x(x)},${at.y(y)}`).join(" ");
}
