const longestLine = 76;

/** A text as quoted-printable (RFC 2045 §6.7), with CRLF line ends and lines of 76 characters at most. */
export function quotedPrintable(text: string): string {
  return text
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join("\r\n");
}

function encodeLine(line: string): string {
  let current = "";
  const lines: string[] = [];
  const bytes = Buffer.from(line);
  for (const [index, byte] of bytes.entries()) {
    const last = index === bytes.length - 1;
    const code = encodeByte(byte, last);
    // One character is kept for the "=" that a broken line ends with.
    if (current.length + code.length > longestLine - (last ? 0 : 1)) {
      lines.push(`${current}=`);
      current = "";
    }
    current += code;
  }
  return [...lines, current].join("\r\n");
}

/** Blanks that end a line would be lost on the way, and so they are written out. */
function encodeByte(byte: number, last: boolean): string {
  const blank = byte === 0x20 || byte === 0x09;
  const plain = byte >= 0x21 && byte <= 0x7e && byte !== 0x3d;
  return plain || (blank && !last)
    ? String.fromCharCode(byte)
    : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
