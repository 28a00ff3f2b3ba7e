/** A mail as it stands in an mbox file. */
export interface MboxMail {
  /** The line of the file where it begins, the first being 1. */
  line: number;
  /** Null when it is larger than the limit. */
  bytes: Buffer | null;
  /** In the file. */
  size: number;
}

/** The line that begins a mail: "From ", whom it is from, and when. */
const separator = /^From \S.*\d{1,2}:\d{2}.*\d{4}/;
const longestSeparator = 500;

/**
 * Reads the mails of an mbox file one after the other; memory holds one mail, and none that is larger than `sizeLimit` bytes.
 * ">From " within a mail loses the sign that was put before it (mboxrd).
 */
export async function* mboxMails(
  chunks: AsyncIterable<Uint8Array>,
  { sizeLimit }: { sizeLimit: number },
): AsyncGenerator<MboxMail> {
  let line = 0;
  let mail: OpenMail | undefined;
  let blankBefore = true;
  for await (const bytes of linesOf(chunks, sizeLimit)) {
    line++;
    const begins = blankBefore && isSeparator(bytes);
    blankBefore = isBlank(bytes);
    if (begins) {
      if (mail) yield closed(mail);
      mail = { line, parts: [], size: 0 };
    } else {
      mail ??= { line, parts: [], size: 0 };
      add(mail, unquoted(bytes), sizeLimit);
    }
  }
  if (mail && mail.size > 0) yield closed(mail);
}

/** Whether a file's beginning is an mbox's. */
export function looksLikeMbox(start: Uint8Array): boolean {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString(
    "latin1",
    0,
    longestSeparator,
  );
  return separator.test(text.replace(/^\s+/, "").split("\n")[0] ?? "");
}

interface OpenMail {
  line: number;
  /** Empty once it is too large. */
  parts: Buffer[];
  size: number;
}

function add(mail: OpenMail, bytes: Buffer, sizeLimit: number): void {
  mail.size += bytes.length;
  if (mail.size <= sizeLimit) mail.parts.push(bytes);
  else mail.parts = [];
}

function closed({ line, parts, size }: OpenMail): MboxMail {
  return { line, size, bytes: parts.length === 0 && size > 0 ? null : Buffer.concat(parts) };
}

function isSeparator(bytes: Buffer): boolean {
  return (
    bytes.length < longestSeparator &&
    bytes.subarray(0, 5).toString("latin1") === "From " &&
    separator.test(bytes.toString("latin1"))
  );
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length <= 2 && bytes.toString("latin1").trim() === "";
}

function unquoted(bytes: Buffer): Buffer {
  return bytes[0] === 0x3e && /^>+From /.test(bytes.subarray(0, 64).toString("latin1"))
    ? bytes.subarray(1)
    : bytes;
}

/** The lines with their ends. A line that is longer than any mail comes in pieces. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const rest = chunk.subarray(start, end + 1);
      yield held.length === 0 ? rest : Buffer.concat([...held, rest]);
      held = [];
      size = 0;
      start = end + 1;
    }
    if (start < chunk.length) held.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size <= longest) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (held.length > 0) yield Buffer.concat(held);
}
