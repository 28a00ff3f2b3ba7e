/** ".796": a figure within −1 … 1 as tables of statistics print it. */
export function fraction(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "–";
  return value.toFixed(digits).replace(/^(-?)0\./, "$1.");
}

/** ".772–.807" */
export function range({ low, high }: { low: number; high: number }, digits = 3): string {
  return `${fraction(low, digits)}–${fraction(high, digits)}`;
}

/** "11.3 %" */
export function percent(share: number, digits = 1): string {
  return Number.isNaN(share) ? "–" : `${(100 * share).toFixed(digits)} %`;
}

/** "41,188" */
export function count(value: number): string {
  return value.toLocaleString("en-GB");
}

/** "3.2 s" */
export function seconds(value: number | null): string {
  return value === null ? "–" : `${value.toFixed(1)} s`;
}
