import { type CsvError, parse } from "csv-parse/sync";
import { AppError } from "#core/errors.ts";

/** A row as it stands in the file; `line` is the physical line where it starts, the first line being 1. */
export interface Row {
  line: number;
  cells: string[];
}

export interface BadRow {
  line: number;
  reason: string;
  column?: string;
}

export interface RowBatch {
  rows: Row[];
  bad: BadRow[];
  /** How much of the file they take. */
  bytes: number;
}

/** No row may take more bytes: an unclosed quote would swallow the rest of the file otherwise. */
const rowLimit = 8 * 1024 * 1024;

/**
 * Reads the records of CSV text in UTF-8, with quoted newlines. A row with a broken quote is reported and reading
 * goes on in the line after the one where it starts, so that it takes no other row with it. Blank lines are left out.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<RowBatch> {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let wanted = 0;
  for await (const chunk of chunks) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    // A long row is tried again only when twice as much of it is there: the cost stays linear.
    if (held.length < wanted) continue;
    const parsed = parseBlock(held.subarray(0, lastLineEnd(held)), { line, delimiter, last: false });
    held = held.subarray(parsed.end);
    line = parsed.line;
    wanted = held.length > chunk.length ? 2 * held.length : 0;
    if (held.length > 2 * rowLimit) throw new AppError("VALIDATION_FAILED", endless(line));
    yield parsed;
  }
  const parsed = parseBlock(held, { line, delimiter, last: true });
  if (parsed.rows.length + parsed.bad.length > 0) yield parsed;
}

interface Place {
  line: number;
  delimiter: string;
  /** Nothing follows the block: an open quote in it stays open. */
  last: boolean;
}

interface Block extends RowBatch {
  /** Where in the block the next row starts, and in which line. */
  end: number;
  line: number;
}

function parseBlock(block: Buffer, { line, delimiter, last }: Place): Block {
  const batch: Block = { rows: [], bad: [], bytes: 0, end: 0, line };
  const take = (cells: string[]) => {
    if (cells.length > 1 || cells[0] !== "") batch.rows.push({ line: batch.line, cells });
    batch.line += 1 + newlines(cells);
  };
  while (batch.end < block.length) {
    const rest = block.subarray(batch.end);
    const { end, error } = parseUntilError(rest, delimiter, take);
    batch.end += end;
    if (!error) break;
    if (error.code === "CSV_QUOTE_NOT_CLOSED" && !last && rest.length - end < rowLimit) break;
    mend(block, { batch, delimiter, error, take });
  }
  batch.bytes = batch.end;
  return batch;
}

interface Broken {
  batch: Block;
  delimiter: string;
  error: CsvError;
  take: (cells: string[]) => void;
}

/** Takes the row at `batch.end`, which strict reading refused, or reports it and steps over its first line. */
function mend(block: Buffer, { batch, delimiter, error, take }: Broken): void {
  const rest = block.subarray(batch.end);
  if (error.code === "INVALID_OPENING_QUOTE") {
    const relaxed = parseOneRelaxed(rest, delimiter);
    if (relaxed) {
      take(relaxed.cells);
      batch.end += relaxed.end;
      return;
    }
  }
  batch.bad.push({ line: batch.line, reason: reasonOf(error) });
  batch.line += 1;
  batch.end += firstLineEnd(rest);
}

const options = {
  relax_column_count: true,
  trim: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: rowLimit,
};

function parseUntilError(
  bytes: Buffer,
  delimiter: string,
  take: (cells: string[]) => void,
): { end: number; error?: CsvError } {
  let end = 0;
  try {
    parse(bytes, {
      ...options,
      delimiter,
      on_record: (cells: string[], context) => {
        take(cells);
        end = context.bytes;
        return null;
      },
    });
    return { end: bytes.length };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    return { end, error };
  }
}

/** One record with quotes in unquoted cells taken as they stand (5" pipe); none when it then spans lines. */
function parseOneRelaxed(bytes: Buffer, delimiter: string): { cells: string[]; end: number } | undefined {
  let found: { cells: string[]; end: number } | undefined;
  try {
    parse(bytes, {
      ...options,
      delimiter,
      relax_quotes: true,
      to: 1,
      on_record: (cells: string[], context) => {
        found = { cells, end: context.bytes };
        return null;
      },
    });
  } catch (error) {
    if (!isCsvError(error)) throw error;
  }
  return found && newlines(found.cells) === 0 ? found : undefined;
}

function isCsvError(error: unknown): error is CsvError {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /QUOTE|CSV_/.test(error.code)
  );
}

function reasonOf(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return 'A quote (") that opens here is never closed. Close it, or double it if it belongs to the text.';
    case "CSV_MAX_RECORD_SIZE":
      return "The row is longer than 8 MB: a quote in it may never be closed.";
    default:
      return 'A quote (") that opens here is closed in the middle of a cell, or never. Double the quotes that belong to the text.';
  }
}

function endless(line: number): string {
  return `Line ${line} goes on for over 8 MB. Check that the file is CSV, and its encoding (--encoding).`;
}

function newlines(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

/** Where the last whole line of a block ends; its length when it holds no line end. */
function lastLineEnd(block: Buffer): number {
  const feed = block.lastIndexOf(10);
  if (feed >= 0) return feed + 1;
  const carriage = block.subarray(0, -1).lastIndexOf(13);
  return carriage + 1;
}

function firstLineEnd(bytes: Buffer): number {
  const feed = bytes.indexOf(10);
  if (feed >= 0) return feed + 1;
  const carriage = bytes.indexOf(13);
  return carriage >= 0 ? carriage + 1 : bytes.length;
}
