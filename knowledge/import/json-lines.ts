import type { BadRow } from "./csv-records.ts";
import { detectEncoding, utf8Chunks } from "./encoding.ts";
import type { Source } from "./source.ts";

/** One JSON value a line; `line` is its physical line, the first being 1. */
export interface JsonLine {
  line: number;
  value: unknown;
}

export interface JsonBatch {
  values: JsonLine[];
  bad: BadRow[];
  /** How much text they take. */
  bytes: number;
}

const lineLimit = 32 * 1024 * 1024;

/** Reads JSON Lines; a line that is no JSON, or longer than 32 MB, is reported and the others go on. Blank lines are left out. */
export async function* jsonLines(source: Source, declared?: string): AsyncGenerator<JsonBatch> {
  const encoding = await detectEncoding(source, declared);
  let line = 0;
  let batch: JsonBatch = { values: [], bad: [], bytes: 0 };
  for await (const lines of splitLines(utf8Chunks(source, encoding))) {
    for (const text of lines) {
      line++;
      if (text === undefined) batch.bad.push({ line, reason: "The line is longer than 32 MB. Split it." });
      else if (text.trim() !== "") parseInto(batch, text, line);
    }
    if (batch.values.length + batch.bad.length > 0) yield batch;
    batch = { values: [], bad: [], bytes: 0 };
  }
}

function parseInto(batch: JsonBatch, text: string, line: number): void {
  batch.bytes += text.length;
  try {
    // Only an escape can spell them, and looking at every value takes ten times as long as reading it.
    const value = text.includes("\\u") ? JSON.parse(text, cleanText) : JSON.parse(text);
    batch.values.push({ line, value });
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : "";
    batch.bad.push({ line, reason: `The line is no JSON: ${detail}. Write one JSON object a line.` });
  }
}

/** Postgres refuses NUL and halves of surrogate pairs, which JSON can spell. */
function cleanText(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;
}

/** The lines of each chunk; undefined stands for one that was too long to keep. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<(string | undefined)[]> {
  let held: Buffer[] = [];
  let size = 0;
  let dropping = false;
  for await (const chunk of chunks) {
    const lines: (string | undefined)[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      held.push(chunk.subarray(start, end));
      lines.push(dropping ? undefined : Buffer.concat(held).toString());
      held = [];
      size = 0;
      dropping = false;
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    if (size > lineLimit) dropping = true;
    held = dropping ? [] : [...held, rest];
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [dropping ? undefined : Buffer.concat(held).toString()];
}
