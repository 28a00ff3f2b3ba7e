import { AppError } from "#core/errors.ts";
import { type BadRow, csvRecords, type Row, type RowBatch } from "./csv-records.ts";
import { type Delimiter, delimiters, detectDelimiter } from "./delimiter.ts";
import { detectEncoding, utf8Chunks } from "./encoding.ts";
import type { Source } from "./source.ts";

/** A CSV file whose shape is known; its rows can be read as often as needed. */
export interface CsvTable {
  columns: readonly string[];
  encoding: string;
  delimiter: Delimiter;
  /** Rows with exactly one cell a column, trimmed; those of another width come as bad ones. */
  rows(): AsyncGenerator<RowBatch>;
}

export interface CsvOptions {
  /** As iconv names it; detected when absent. */
  encoding?: string;
  /** One of , ; tab | (also the word "tab"); detected on the first lines when absent. */
  delimiter?: string;
}

const sampleSize = 64 * 1024;
const cellLimit = 1024 * 1024;

/** Detects encoding, delimiter and header of a CSV file. @throws AppError VALIDATION_FAILED when it is empty or no text. */
export async function openCsv(source: Source, options: CsvOptions = {}): Promise<CsvTable> {
  const encoding = await detectEncoding(source, options.encoding);
  const sample = await firstText(source, encoding);
  // Excel writes the delimiter into a line of its own for those who open the file with another locale.
  const declared = /^"?sep=(.)"?\r?\n/i.exec(sample);
  const delimiter = options.delimiter
    ? toDelimiter(options.delimiter)
    : declared?.[1]
      ? toDelimiter(declared[1])
      : detectDelimiter(sample);
  const records = () => csvRecords(utf8Chunks(source, encoding), delimiter);
  const headerIndex = declared ? 1 : 0;
  const columns = await readHeader(records(), { headerIndex, name: source.name });
  return { columns, encoding, delimiter, rows: () => dataRows(records(), headerIndex, columns) };
}

function toDelimiter(text: string): Delimiter {
  const character = /^(tab|\\t)$/i.test(text) ? "\t" : text;
  const known = delimiters.find((delimiter) => delimiter === character);
  if (known) return known;
  throw new AppError("VALIDATION_FAILED", `The delimiter ${JSON.stringify(text)} is not one of: , ; tab |`);
}

async function firstText(source: Source, encoding: string): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of utf8Chunks(source, encoding)) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= sampleSize) break;
  }
  return Buffer.concat(parts).subarray(0, sampleSize).toString();
}

interface HeaderPlace {
  headerIndex: number;
  name: string;
}

async function readHeader(batches: AsyncGenerator<RowBatch>, place: HeaderPlace): Promise<string[]> {
  let index = place.headerIndex;
  for await (const { rows, bad } of batches) {
    const broken = bad[0];
    if (broken && (rows[0]?.line ?? Infinity) > broken.line) {
      throw new AppError("VALIDATION_FAILED", `The header of ${place.name} cannot be read. ${broken.reason}`);
    }
    const header = rows[index];
    if (header) return uniqueNames(header.cells);
    index -= rows.length;
  }
  throw new AppError("VALIDATION_FAILED", `${place.name} is empty. Its first line must name the columns.`);
}

function uniqueNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, " ").trim() || `column_${index + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    taken.add(unique);
    return unique;
  });
}

async function* dataRows(
  batches: AsyncGenerator<RowBatch>,
  headerIndex: number,
  columns: readonly string[],
): AsyncGenerator<RowBatch> {
  let toSkip = headerIndex + 1;
  for await (const batch of batches) {
    const bad: BadRow[] = [...batch.bad];
    const rows: Row[] = [];
    for (const row of batch.rows) {
      if (toSkip-- > 0) continue;
      const problem = misfit(row, columns);
      if (problem) bad.push(problem);
      else rows.push(row);
    }
    if (rows.length + bad.length > 0) yield { rows, bad, bytes: batch.bytes };
  }
}

/** Cuts off empty cells beyond the header; says what is wrong with a row that does not fit it. */
function misfit(row: Row, columns: readonly string[]): BadRow | undefined {
  const { cells, line } = row;
  while (cells.length > columns.length && cells.at(-1) === "") cells.pop();
  if (cells.length !== columns.length) {
    const reason = `The row has ${cells.length} cells, the header ${columns.length}. Quote the cells that hold the delimiter.`;
    return { line, reason };
  }
  const long = cells.findIndex((cell) => cell.length > cellLimit);
  if (long >= 0)
    return { line, reason: "The cell holds over 1 MB of text. Shorten it.", column: columns[long] };
  return undefined;
}
