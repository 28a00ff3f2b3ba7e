import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { isAscii, isStandardLabel } from "./charset-labels.ts";
import { decodeTransfer } from "./decode-transfer.ts";
import { likelyEncoding } from "./likely-encoding.ts";

const encodedWord = /=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi;

/**
 * A header whose raw bytes are UTF-8, field by field. Encoded words in character sets that only iconv knows, and those that
 * hold raw bytes of the set that they name, become words in UTF-8.
 */
export async function recodeHeader(header: Buffer, warnings: string[]): Promise<Buffer> {
  if (isAscii(header) && !header.includes("=?")) return header;
  const fields: string[] = [];
  for (const field of fieldsOf(header)) {
    const bytes = Buffer.from(field.toString("latin1").replace(encodedWord, recodeWord), "latin1");
    if (isUtf8(bytes)) fields.push(bytes.toString());
    else {
      const encoding = await likelyEncoding(bytes);
      warnings.push(`A header field holds raw bytes; they were read as ${encoding}.`);
      fields.push(iconv.decode(bytes, encoding));
    }
  }
  return Buffer.from(fields.join(""));
}

/** Given one character a byte. */
function recodeWord(word: string, label: string, how: string, content: string): string {
  const bytes = Buffer.from(content, "latin1");
  if ((isStandardLabel(label) && isAscii(bytes)) || !iconv.encodingExists(label)) return word;
  const quoted = how.toLowerCase() === "q";
  const decoded = quoted
    ? decodeTransfer(Buffer.from(content.replaceAll("_", " "), "latin1"), "quoted-printable")
    : decodeTransfer(bytes, "base64");
  return `=?utf-8?B?${Buffer.from(iconv.decode(decoded, label)).toString("base64")}?=`;
}

/** Each field with the lines that it goes on in. */
function* fieldsOf(header: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = header.indexOf(10); end >= 0; end = header.indexOf(10, end + 1)) {
    const next = header[end + 1];
    if (next === 0x20 || next === 0x09) continue;
    yield header.subarray(start, end + 1);
    start = end + 1;
  }
  if (start < header.length) yield header.subarray(start);
}
