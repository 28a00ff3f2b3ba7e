import type { TableResult } from "../../suites/scoring/judge-table.ts";
import { count, percent } from "../numbers.ts";
import type { Chart } from "./figure.ts";
import { bar } from "./marks.ts";
import { plot } from "./plot.ts";

/** How scores are spread, won leads apart from lost ones: each outcome's share by score. */
export function histogramChart({ name, histogram }: TableResult): Chart {
  const steps = histogram.won.length;
  const [won, lost] = [shares(histogram.won), shares(histogram.lost)];
  const to = Math.max(...won, ...lost) * 1.05;
  const bars = (values: readonly number[], side: 0 | 0.5) => (at: Parameters<typeof bar>[0]) =>
    values.map((high, i) =>
      bar(
        at,
        { from: (i + side) / steps, to: (i + side + 0.5) / steps, low: 0, high },
        side === 0 ? "won" : "lost",
      ),
    );
  return {
    title: "Scores",
    note: "share of the won leads (strong colour) and of the lost leads (pale) by score",
    svg: plot({
      x: { name: "score", from: 0, to: 1, text: (value) => String(Math.round(100 * value)) },
      y: { name: "share of the outcome's leads", from: 0, to },
      label: `Scores of ${name}: how won and lost leads are spread over scores 0 to 100.`,
      draw: (at) => [...bars(won, 0)(at), ...bars(lost, 0.5)(at)],
    }),
    numbers: {
      head: ["score", "won", "lost"],
      rows: histogram.won.map((wonLeads, i) => [
        `${(100 * i) / steps} to ${(100 * (i + 1)) / steps}`,
        `${count(wonLeads)} (${percent(won[i] ?? 0)})`,
        `${count(histogram.lost[i] ?? 0)} (${percent(lost[i] ?? 0)})`,
      ]),
    },
  };
}

function shares(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => n / Math.max(1, all));
}
