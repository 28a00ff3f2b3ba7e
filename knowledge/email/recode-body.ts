import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { isAscii, isStandardLabel } from "./charset-labels.ts";
import { decodeTransfer } from "./decode-transfer.ts";
import { likelyEncoding } from "./likely-encoding.ts";
import { fieldOf } from "./mime-parts.ts";

/** A part that was written anew. */
export interface RecodedPart {
  header: Buffer;
  body: Buffer;
}

/** What a leaf is: a text of the mail, or an attachment. A text with a file's name that follows another text is a file. */
export function takenFor(
  header: string,
  { hasText, inDigest }: { hasText: boolean; inDigest: boolean },
): "text" | "attachment" {
  const type = fieldOf(header, "content-type") ?? "";
  if (inDigest && type === "") return "attachment";
  const disposition = fieldOf(header, "content-disposition") ?? "";
  if (!/^\s*(?:text\/(?:plain|html)\b|text\s*(?:;|$)|;|$)/i.test(type) || /^\s*attachment/i.test(disposition))
    return "attachment";
  const named = /\b(?:file)?name\*?(?:0\*?)?\s*=/i.test(`${type};${disposition}`);
  return named && hasText ? "attachment" : "text";
}

/** A text in UTF-8; undefined when it can be read as it is. */
export async function recodeText(
  header: Buffer,
  body: Buffer,
  warnings: string[],
): Promise<RecodedPart | undefined> {
  const fields = header.toString();
  const type = fieldOf(fields, "content-type") ?? "";
  const label = (/charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? "").toLowerCase();
  const decoded = decodeTransfer(body, fieldOf(fields, "content-transfer-encoding") ?? "");
  const encoding = await encodingOf(decoded, label);
  if (encoding === undefined) return undefined;
  if (encoding.guessed)
    warnings.push(`A text is not ${label || "ASCII"} as it says; it was read as ${encoding.name}.`);
  return asBase64(withUtf8(fields), Buffer.from(iconv.decode(decoded, encoding.name)));
}

/** An attachment's bytes without the line break before its boundary; undefined when they are safe from it already. */
export function recodeAttachment(header: Buffer, body: Buffer): RecodedPart | undefined {
  const fields = header.toString();
  const encoding = fieldOf(fields, "content-transfer-encoding") ?? "";
  const shown = /^\s*(?:text\/(?:plain|html)\b|text\s*(?:;|$))/i.test(fieldOf(fields, "content-type") ?? "");
  const marked = /^\s*attachment/i.test(fieldOf(fields, "content-disposition") ?? "");
  if (/base64/i.test(encoding) && (marked || !shown)) return undefined;
  return asBase64(marked || !shown ? fields : asFile(fields), decodeTransfer(body, encoding));
}

const claimsAscii: ReadonlySet<string> = new Set(["", "us-ascii", "ascii", "utf-8", "utf8"]);

async function encodingOf(
  decoded: Buffer,
  label: string,
): Promise<{ name: string; guessed: boolean } | undefined> {
  const ascii = claimsAscii.has(label);
  if (!ascii && isStandardLabel(label)) return undefined;
  if (!ascii && iconv.encodingExists(label)) return { name: label, guessed: false };
  if (isAscii(decoded)) return undefined;
  if (!isUtf8(decoded)) return { name: await likelyEncoding(decoded), guessed: true };
  return label === "" || label.startsWith("utf") ? undefined : { name: "utf-8", guessed: false };
}

/** `header` is without Content-Transfer-Encoding from here on. */
function asBase64(header: string, content: Buffer): RecodedPart {
  const fields = header.replace(/^content-transfer-encoding[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*/gim, "");
  const lines = content.toString("base64").replace(/.{76}/g, "$&\r\n");
  return {
    header: Buffer.from(`Content-Transfer-Encoding: base64\r\n${fields}`),
    body: Buffer.from(`${lines}\r\n`),
  };
}

function withUtf8(header: string): string {
  const label = /^(content-type:[^\n]*(?:\n[ \t][^\n]*)*?)charset\s*=\s*(?:"[^"\n]*"|[^\s;"]+)/im;
  if (label.test(header)) return header.replace(label, "$1charset=utf-8");
  if (!/^content-type:/im.test(header)) return `Content-Type: text/plain; charset=utf-8\r\n${header}`;
  return header
    .replace(/^(content-type:\s*)text\b(?!\/)/im, "$1text/plain")
    .replace(/^(content-type:[^\r\n;]*)/im, "$1; charset=utf-8");
}

function asFile(header: string): string {
  const disposition = /^(content-disposition:[ \t]*)[\w-]*/im;
  return disposition.test(header)
    ? header.replace(disposition, "$1attachment")
    : `Content-Disposition: attachment\r\n${header}`;
}
