import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isWon, type Table } from "../datasets.ts";

/** A table as a file to import, with what only the judge knows. */
export interface BlankedFile {
  file: string;
  /** The id that the import gives each test row, and whether the row was won. */
  heldOut: ReadonlyMap<string, boolean>;
}

/** Writes a table as CSV with the outcome of its test rows blanked, so that the product meets them as open leads. */
export function writeBlankedFile(folder: string, table: Table): BlankedFile {
  const file = join(folder, `${table.name}.csv`);
  const names = Object.keys(table.rows[0]?.values ?? {});
  const heldOut = new Map<string, boolean>();
  const lines = table.rows.map((row, place) => {
    const held = row.split === "test";
    // Without an id the import counts lines, and the header is line 1.
    const id = table.id ? row.values[table.id] : undefined;
    if (held) heldOut.set(id ?? String(place + 2), isWon(table, row));
    return names.map((name) => cell(held && name === table.outcome.column ? "" : row.values[name])).join(",");
  });
  writeFileSync(file, `${names.map(cell).join(",")}\n${lines.join("\n")}\n`);
  return { file, heldOut };
}

/** Line breaks within a cell become blanks: a row must be a line. */
function cell(text = ""): string {
  const line = text.replace(/[\r\n]+/g, " ");
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
