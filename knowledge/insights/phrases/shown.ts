import { showNumber, showRange } from "../formats.ts";
import type { Judged } from "../judge.ts";

/** The first of the finding's numbers with one of these beginnings, as texts show it without its sign; empty when there is none. */
export function shown({ numbers }: Pick<Judged, "numbers">, name: string): string {
  const found = entryOf(numbers, name);
  return found ? showNumber(found[0], Math.abs(found[1])) : "";
}

/** A number's value by the beginning of its key, whatever its kind. */
export function numberOf({ numbers }: Pick<Judged, "numbers">, name: string): number | undefined {
  return entryOf(numbers, name)?.[1];
}

/** ` (90 % interval: 6 to 20 points)`; signs show only where the interval holds both. Empty without an interval. */
export function interval({ numbers }: Pick<Judged, "numbers">, low = "low", high = "high"): string {
  const [a, b] = [entryOf(numbers, low), entryOf(numbers, high)];
  if (!a || !b) return "";
  const sides = [a, b].toSorted((x, y) => Math.abs(x[1]) - Math.abs(y[1]));
  const [from, to] = a[1] * b[1] < 0 ? [a, b] : sides.map(([key, value]) => [key, Math.abs(value)] as const);
  if (!from || !to) return "";
  return ` (90 % interval: ${showRange(from, to)})`;
}

const kinds = ["level", "share", "hours", "points", "change", "buckets", "count"];

function entryOf(numbers: Record<string, number>, name: string): [string, number] | undefined {
  const key = kinds.map((kind) => `${name}_${kind}`).find((one) => numbers[one] !== undefined);
  return key === undefined ? undefined : [key, numbers[key] ?? 0];
}
