import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import { datasets, loadTable } from "../../datasets.ts";

/** The table that the bench imports, as a file, with what only the judge knows. */
export interface BenchTable {
  file: string;
  description: string;
  rows: number;
  /** For the line of each held-out row, whether it was won; undefined for a made-up table, which nothing is judged on. */
  heldOut: ReadonlyMap<string, boolean> | undefined;
}

const madeUpRows = 41_188;

/** Writes bank_additional with its test rows' outcomes blanked, or a made-up table of the same size and shape. */
export function writeBenchTable(folder: string): BenchTable {
  const file = join(folder, "leads.csv");
  try {
    return writeBank(file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    writeFileSync(file, madeUpTable());
    return {
      file,
      rows: madeUpRows,
      heldOut: undefined,
      description: `${error.message} Using a made-up table.`,
    };
  }
}

function writeBank(file: string): BenchTable {
  const table = loadTable(datasets.bank_additional);
  const names = Object.keys(table.rows[0]?.values ?? {});
  const heldOut = new Map<string, boolean>();
  const lines = table.rows.map(({ split, values }, row) => {
    const held = split === "test";
    // The header is line 1 of the file.
    if (held) heldOut.set(String(row + 2), values.y === "yes");
    return names.map((name) => (held && name === "y" ? "" : values[name])).join(",");
  });
  writeFileSync(file, `${names.join(",")}\n${lines.join("\n")}\n`);
  return { file, rows: lines.length, heldOut, description: "bank_additional, without duration" };
}

function madeUpTable(): string {
  const header = [
    "y",
    "duration",
    ...Array.from({ length: 10 }, (_, i) => `n${i}`),
    ...Array.from({ length: 9 }, (_, i) => `c${i}`),
  ];
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  const row = () => {
    const numbers = Array.from({ length: 10 }, () => (random() * 100).toFixed(2));
    const categories = Array.from({ length: 9 }, () => `level ${Math.floor(random() * 6)}`);
    const won = random() < 0.02 + 0.0018 * Number(numbers[0]);
    const label = random() < 0.2 ? "" : won ? "yes" : "no";
    return [label, Math.floor(random() * 500), ...numbers, ...categories].join(",");
  };
  return `${header.join(",")}\n${Array.from({ length: madeUpRows }, row).join("\n")}\n`;
}
