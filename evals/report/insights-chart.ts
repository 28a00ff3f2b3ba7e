import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import type { PlantedResult } from "../suites/insights/measuring/measure-planted.ts";
import { precisionOf, recallOf } from "../suites/insights/shares.ts";
import { escapeHtml } from "./html/escape.ts";
import type { Chart } from "./html/figure.ts";
import { kindTable } from "./insights-tables.ts";
import { fraction } from "./numbers.ts";

const size = { width: 340, left: 70, right: 14, top: 6, row: 24, bottom: 22 };

/** Recall or precision of each kind of planted effect, with its interval. */
export function kindChart(planted: readonly PlantedResult[], figure: "recall" | "precision"): Chart {
  const shareOf = figure === "recall" ? recallOf : precisionOf;
  const lines = [...Map.groupBy(planted, ({ kind }) => kind)].map(([kind, results]) => {
    const { hits, of } = shareOf(results);
    return { kind, value: of === 0 ? 0 : hits / of, ...wilsonInterval(hits, of) };
  });
  const height = size.top + lines.length * size.row + size.bottom;
  const words = lines.map(({ kind, value }) => `${kind} ${fraction(value)}`).join(", ");
  return {
    title: figure,
    note: "by kind of effect; bars: 95 % intervals",
    svg: [
      `<svg viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${escapeHtml(`${figure} of planted effects: ${words}`)}">`,
      ...[0, 0.2, 0.4, 0.6, 0.8, 1].map((tick) => gridLine(tick, height)),
      ...lines.map((line, index) => row(line, size.top + (index + 0.5) * size.row)),
      "</svg>",
    ].join("\n"),
    numbers: kindTable(planted),
  };
}

function row(
  { kind, value, low, high }: { kind: string; value: number; low: number; high: number },
  y: number,
): string {
  const words = `${kind}: ${fraction(value)} (${fraction(low)}–${fraction(high)})`;
  return `<text x="${size.left - 8}" y="${y + 3.5}" text-anchor="end">${escapeHtml(kind)}</text><line class="whisker" x1="${x(low)}" y1="${y}" x2="${x(high)}" y2="${y}"/><circle class="dot" cx="${x(value)}" cy="${y}" r="3"><title>${escapeHtml(words)}</title></circle>`;
}

function gridLine(tick: number, height: number): string {
  const bottom = height - size.bottom;
  return `<line class="grid" x1="${x(tick)}" y1="${size.top}" x2="${x(tick)}" y2="${bottom}"/><text x="${x(tick)}" y="${bottom + 14}" text-anchor="middle">${tick}</text>`;
}

function x(value: number): number {
  return Math.round((size.left + value * (size.width - size.left - size.right)) * 10) / 10;
}
