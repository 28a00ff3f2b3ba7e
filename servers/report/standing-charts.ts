import { barChart } from "../charts/bar-chart.ts";
import { chart } from "./markup.ts";
import type { ReportInput } from "./report-input.ts";

/** Metrics as they are now, a bar chart each. */
export function standingCharts(standing: ReportInput["standing"]): string[] {
  return standing.map(({ title, unit, groups, others }) => {
    const bars = groups.map(({ name, value, n }) => (value === n ? { name, value } : { name, value, n }));
    const shown = groups.map(({ name, value }) => `${name ?? "(none)"}: ${value ?? "not known"}`).join("; ");
    const description = others > 0 ? `${shown}; and ${others} smaller groups` : shown;
    const picture = chart((width) => barChart({ title, description, unit, groups: bars }, { width }), 760);
    return `<div class="panel"><div class="lone">${picture}</div></div>`;
  });
}
