import type { StandingMetric } from "./contract.ts";

/** A metric as it stands now, on one line: `Pipeline by stage, by status (open leads): LEAD 120; PROPOSAL 30`. */
export function standingLine({ metric, title, unit, dimension, groups, others }: StandingMetric): string {
  const shown = groups.map(({ name, value, n }) => {
    const known = value === null ? "not known" : value.toLocaleString("en-US", { maximumFractionDigits: 1 });
    return `${name ?? "(none)"} ${known}${value === n ? "" : ` (of ${n.toLocaleString("en-US")})`}`;
  });
  const more = others > 0 ? `; and ${others} more` : "";
  return `- ${title} (${metric}) by ${dimensionName(dimension)}, in ${unit}: ${shown.join("; ")}${more}`;
}

function dimensionName(dimension: string): string {
  return dimension === "assigned_to" ? "owner" : dimension.replaceAll("_", " ");
}
