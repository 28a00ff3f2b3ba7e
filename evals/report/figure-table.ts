/** One measured value and what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  target?: Target;
}

export interface Target {
  text: string;
  holds(value: number): boolean;
}

/** At most so much. */
export const atMost = (limit: number): Target => ({ text: `≤ ${limit}`, holds: (value) => value <= limit });

/** At least so much. */
export const atLeast = (limit: number): Target => ({ text: `≥ ${limit}`, holds: (value) => value >= limit });

/** Figures as an aligned table, each with its target and whether it holds. */
export function figureTable(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, unit, target }) => {
      const shown = `${value.toPrecision(4)} ${unit}`.trim().padEnd(14);
      const verdict = target ? `${target.text.padEnd(10)} ${target.holds(value) ? "holds" : "MISSED"}` : "";
      return `${name.padEnd(width)}  ${shown}${verdict}`.trimEnd();
    })
    .join("\n");
}
