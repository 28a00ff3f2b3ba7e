import { escapeMarkup, plainLine } from "../charts/chart-text.ts";

/** Any text for HTML: one line, escaped, nothing unseen. */
export function text(value: string): string {
  return escapeMarkup(plainLine(value));
}

/** A section with its place in the table of contents; empty where there is nothing in it. */
export function section(
  { id, title, about }: { id: string; title: string; about?: string },
  body: readonly string[],
): string {
  if (body.length === 0) return "";
  const intro = about ? `<p class="about">${text(about)}</p>` : "";
  return `<section id="${id}"><h2>${text(title)}</h2>${intro}${body.join("\n")}</section>`;
}

export function bullets(texts: readonly string[]): string[] {
  return texts.length > 0 ? [`<ul>${texts.map((one) => `<li>${text(one)}</li>`).join("")}</ul>`] : [];
}

export function table({
  head,
  rows,
  numeric = [],
}: {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  numeric?: readonly number[];
}): string {
  const mark = (column: number) => (numeric.includes(column) ? ' class="number"' : "");
  // A narrow page shows cells in line, with spaces to wrap at, and no header: figures then carry its words.
  const named = (column: number) =>
    numeric.includes(column) ? ` data-label="${text(head[column] ?? "")}"` : "";
  const header = head.map((name, c) => `<th scope="col"${mark(c)}>${text(name)}</th>`).join("");
  const lines = rows.map(
    (row) => `<tr>${row.map((cell, c) => `<td${mark(c)}${named(c)}>${text(cell)}</td>`).join(" ")}</tr>`,
  );
  return `<div class="scroll"><table><thead><tr>${header}</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}

/** A table of figures, all but its first column to the right; one that is too wide is scrolled, by keys too. */
export function figures({
  name,
  head,
  rows,
}: {
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}): string {
  const numeric = head.flatMap((_, column) => (column > 0 ? [column] : []));
  const plain = table({ head, rows, numeric });
  return plain.replace(
    '<div class="scroll"><table>',
    `<div class="scroll" tabindex="0" role="region" aria-label="${text(name)}"><table class="figures">`,
  );
}

/** A chart in two widths, of which the page shows the one that fits its window. */
export function chart(draw: (width: number) => string | null, width = 540): string {
  const [wide, narrow] = [draw(width), draw(344)];
  return wide && narrow
    ? `<div class="chart"><div class="wide">${wide}</div><div class="narrow">${narrow}</div></div>`
    : "";
}
