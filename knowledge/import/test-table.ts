import type { BadRow } from "./csv-records.ts";
import { type CsvOptions, type CsvTable, openCsv } from "./csv-table.ts";
import { bytesSource, type Source } from "./source.ts";

/** For tests: a file in memory, read in chunks of a few bytes so that every record is cut somewhere. */
export function choppedSource(name: string, content: string | Uint8Array, chunk = 7): Source {
  const bytes = Buffer.from(content);
  return {
    ...bytesSource(name, bytes),
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

/** For tests: all rows of a CSV file, as "line:cell|cell", and its bad rows. */
export async function readAll(
  source: Source,
  options?: CsvOptions,
): Promise<{ table: CsvTable; rows: string[]; bad: BadRow[] }> {
  const table = await openCsv(source, options);
  const rows: string[] = [];
  const bad: BadRow[] = [];
  for await (const batch of table.rows()) {
    for (const { line, cells } of batch.rows) rows.push(`${line}:${cells.join("|")}`);
    for (const row of batch.bad) bad.push(row);
  }
  return { table, rows, bad };
}
