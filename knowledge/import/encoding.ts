import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { AppError } from "#core/errors.ts";
import type { Source } from "./source.ts";

const sampleSize = 256 * 1024;

/**
 * Names the encoding of a source: the declared one, a byte order mark's, UTF-8 when every byte agrees, else the
 * likeliest by the frequency of letters in the first part that is no UTF-8.
 * @throws AppError VALIDATION_FAILED for an unknown declared encoding and for files that hold no text.
 */
export async function detectEncoding(source: Source, declared?: string): Promise<string> {
  if (declared !== undefined) {
    if (iconv.encodingExists(declared)) return declared.toLowerCase();
    throw new AppError(
      "VALIDATION_FAILED",
      `The encoding ${JSON.stringify(declared)} is unknown. Try utf-8, utf-16le, windows-1252, iso-8859-2 or shift_jis.`,
    );
  }
  let tail: Uint8Array = new Uint8Array();
  let first = true;
  for await (const chunk of source.open()) {
    const block = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    if (first && block.length >= 4) {
      first = false;
      refuseBinary(block, source.name);
      const wide = wideEncoding(block);
      if (wide) return wide;
    }
    const end = wholeCharacters(block);
    if (!isUtf8(block.subarray(0, end))) return guess(block);
    tail = block.subarray(end);
  }
  return isUtf8(tail) ? "utf-8" : guess(tail);
}

/** The source's text as UTF-8 bytes without byte order mark and without NUL, which Postgres refuses. */
export async function* utf8Chunks(source: Source, encoding: string): AsyncGenerator<Buffer> {
  const direct = /^utf-?8$/i.test(encoding);
  const decoder = direct ? undefined : iconv.getDecoder(encoding, { stripBOM: true });
  let skipMark = direct;
  let held: Buffer | undefined;
  for await (const bytes of source.open()) {
    let chunk = decoder ? Buffer.from(decoder.write(asBuffer(bytes))) : asBuffer(bytes);
    if (skipMark) {
      chunk = held ? Buffer.concat([held, chunk]) : chunk;
      held = chunk;
      if (chunk.length < 3) continue;
      skipMark = false;
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    }
    if (chunk.length > 0) yield withoutNul(chunk);
  }
  if (skipMark && held) yield withoutNul(held);
  const rest = decoder?.end();
  if (rest) yield withoutNul(Buffer.from(rest));
}

function refuseBinary(block: Uint8Array, name: string): void {
  const [a, b, c, d] = block;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${name} is a workbook or an archive. Save the sheet as CSV, then import that.`,
    );
  }
  if ((a === 0x1f && b === 0x8b) || (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd)) {
    throw new AppError("VALIDATION_FAILED", `${name} is compressed. Unpack it, then import it.`);
  }
}

/** UTF-16, told by its mark or, without one, by where the zero bytes of Latin text stand. */
function wideEncoding(block: Uint8Array): string | undefined {
  if (block[0] === 0xff && block[1] === 0xfe) return "utf-16le";
  if (block[0] === 0xfe && block[1] === 0xff) return "utf-16be";
  const length = Math.min(block.length, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (block[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 0.3 * (length / 2) && even < 0.05 * length) return "utf-16le";
  if (even > 0.3 * (length / 2) && odd < 0.05 * length) return "utf-16be";
  return undefined;
}

/** Where the last whole UTF-8 character ends: a chunk may cut one in two. */
function wholeCharacters(block: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, block.length); back++) {
    const byte = block[block.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? block.length - back : block.length;
    }
  }
  return block.length;
}

function guess(block: Uint8Array): string {
  const sample = lettersBeyondAscii(block);
  const letters = sample.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0);
  const candidates = analyse(sample).filter(({ name }) => iconv.encodingExists(name));
  const western = candidates.find(({ name }) => name === "windows-1252" || name === "ISO-8859-1");
  const best = candidates.find(({ name }) => name !== "UTF-8");
  // A few letters prove nothing, and short Western texts often score a rarer encoding a little higher.
  const unsure = letters < 8 || (western && best && western.confidence >= best.confidence - 10);
  return !best || unsure ? "windows-1252" : best.name.toLowerCase();
}

/** The lines that hold more than ASCII: the others tell nothing about the encoding. */
function lettersBeyondAscii(block: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < block.length && size < sampleSize; ) {
    const newline = block.indexOf(10, start);
    const end = newline < 0 ? block.length : newline + 1;
    const line = block.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines).subarray(0, sampleSize);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function withoutNul(chunk: Buffer): Buffer {
  return chunk.includes(0) ? (chunk.filter((byte) => byte !== 0) as Buffer) : chunk;
}
