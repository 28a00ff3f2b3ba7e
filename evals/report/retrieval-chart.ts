import { type Mean, meanWithInterval } from "../suites/retrieval/mean-interval.ts";
import type { SetResult } from "../suites/retrieval/results.ts";
import { escapeHtml } from "./html/escape.ts";
import type { Chart } from "./html/figure.ts";
import { fraction } from "./numbers.ts";
import { systemTable } from "./retrieval-tables.ts";

const size = { width: 340, left: 150, right: 14, top: 6, row: 24, bottom: 22 };

/** One figure of each way of searching, with its interval: a line each, so that their names can be read. */
export function rankingChart(set: SetResult, metric: "ndcg10" | "recall"): Chart {
  const name = metric === "ndcg10" ? "nDCG@10" : `recall@${set.k}`;
  const lines = set.systems.map(({ system, queries }) => ({
    system,
    mean: meanWithInterval(queries.map((query) => query[metric])),
  }));
  const height = size.top + lines.length * size.row + size.bottom;
  return {
    title: name,
    note: `mean over ${set.queries} queries; bars: 95 % intervals`,
    svg: [
      `<svg viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${escapeHtml(`${name} of each search on ${set.name}: ${lines.map(({ system, mean }) => `${system} ${fraction(mean.value)}`).join(", ")}`)}">`,
      ...[0, 0.2, 0.4, 0.6, 0.8, 1].map((tick) => gridLine(tick, height)),
      ...lines.map(({ system, mean }, index) => row(system, mean, size.top + (index + 0.5) * size.row)),
      "</svg>",
    ].join("\n"),
    numbers: systemTable(set),
  };
}

function row(system: string, { value, low, high }: Mean, y: number): string {
  const words = `${system}: ${fraction(value)} (${fraction(low)}–${fraction(high)})`;
  return `<text x="${size.left - 8}" y="${y + 3.5}" text-anchor="end">${escapeHtml(system)}</text><line class="whisker" x1="${x(low)}" y1="${y}" x2="${x(high)}" y2="${y}"/><circle class="dot" cx="${x(value)}" cy="${y}" r="3"><title>${escapeHtml(words)}</title></circle>`;
}

function gridLine(tick: number, height: number): string {
  const bottom = height - size.bottom;
  return `<line class="grid" x1="${x(tick)}" y1="${size.top}" x2="${x(tick)}" y2="${bottom}"/><text x="${x(tick)}" y="${bottom + 14}" text-anchor="middle">${tick}</text>`;
}

function x(value: number): number {
  return Math.round((size.left + value * (size.width - size.left - size.right)) * 10) / 10;
}
