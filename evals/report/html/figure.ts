import type { DataTable } from "../data-table.ts";
import { escapeHtml } from "./escape.ts";

/** A picture with its title, and the same as a table for those who cannot see it or want the numbers. */
export interface Chart {
  title: string;
  note: string;
  svg: string;
  numbers: DataTable;
}

export function figureHtml({ title, note, svg, numbers }: Chart): string {
  return `<figure>
<figcaption><strong>${escapeHtml(title)}</strong> ${escapeHtml(note)}</figcaption>
${svg}
<details><summary>Numbers</summary>${tableHtml(numbers)}</details>
</figure>`;
}

/** A table; what looks like a number stands to the right, and verdicts carry a class. */
export function tableHtml({ head, rows }: DataTable, caption?: string): string {
  const cells = (row: readonly string[]) =>
    row.map((text, c) => (c === 0 ? `<th scope="row">${escapeHtml(text)}</th>` : cellHtml(text))).join("");
  return [
    '<div class="scroll"><table>',
    caption ? `<caption>${escapeHtml(caption)}</caption>` : "",
    `<thead><tr>${head.map((name, c) => `<th scope="col"${c > 0 && isNumeric(rows, c) ? ' class="number"' : ""}>${escapeHtml(name)}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody>`,
    "</table></div>",
  ].join("");
}

function cellHtml(text: string): string {
  const verdict = { holds: "holds", MISSED: "missed", missing: "missed" }[text];
  if (verdict) return `<td><span class="${verdict}">${text}</span></td>`;
  return `<td${looksNumeric(text) ? ' class="number"' : ""}>${escapeHtml(text)}</td>`;
}

function isNumeric(rows: DataTable["rows"], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "").filter((text) => text !== "");
  return cells.length > 0 && cells.every(looksNumeric);
}

function looksNumeric(text: string): boolean {
  return /^[≤≥–−-]?\s?[\d.]/.test(text) && !/[a-z]{4}/.test(text);
}
