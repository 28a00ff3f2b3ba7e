/** Rows of text under column names: a table that can be printed anywhere. */
export interface DataTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** As Markdown whose columns are aligned, so that it reads as well unrendered. */
export function markdownTable({ head, rows }: DataTable): string {
  const widths = head.map((name, c) => Math.max(3, name.length, ...rows.map((row) => (row[c] ?? "").length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, c) => (cells[c] ?? "").replaceAll("|", "\\|").padEnd(width)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
