/** One measured value and what it should be. */
export interface Figure {
  name: string;
  /** Null: could not be measured, which counts as missed. */
  value: number | null;
  unit: string;
  target?: Target;
}

export interface Target {
  text: string;
  holds(value: number | null): boolean;
}

/** At most so much. */
export const atMost = (limit: number): Target => ({
  text: `≤ ${limit}`,
  holds: (value) => value !== null && value <= limit,
});

/** At least so much. */
export const atLeast = (limit: number): Target => ({
  text: `≥ ${limit}`,
  holds: (value) => value !== null && value >= limit,
});

/** Neither less nor more. */
export const within = (low: number, high: number): Target => ({
  text: `${low}–${high}`,
  holds: (value) => value !== null && value >= low && value <= high,
});

/** "holds", "MISSED", or "missing" for what could not be measured; nothing without a target. */
export function verdictOf({ value, target }: Figure): string {
  if (!target) return "";
  return value === null ? "missing" : target.holds(value) ? "holds" : "MISSED";
}

/** The value with its unit, "missing" for none. */
export function shownValue({ value, unit }: Figure): string {
  return value === null ? "missing" : `${Number(value.toPrecision(4))} ${unit}`.trim();
}

/** Whether every target is met. */
export function allHold(figures: readonly Figure[]): boolean {
  return figures.every(({ value, target }) => !target || target.holds(value));
}

/** Figures as an aligned table, each with its target and whether it holds. */
export function figureTable(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map((figure) => {
      const shown = shownValue(figure).padEnd(14);
      const verdict = figure.target ? `${figure.target.text.padEnd(12)} ${verdictOf(figure)}` : "";
      return `${figure.name.padEnd(width)}  ${shown}${verdict}`.trimEnd();
    })
    .join("\n");
}
