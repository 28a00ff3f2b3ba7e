/** Where a part of a mail stands in its bytes: its header from `start`, its body from `body` to `end`. */
export interface MimePart {
  start: number;
  body: number;
  end: number;
  /** False for a part that holds others; these follow it. */
  leaf: boolean;
  /** Whether it is one of a digest's mails, which need not say what they are (RFC 2046 §5.1.5). */
  inDigest: boolean;
}

const deepest = 20;
const most = 1_000;

/** The parts of a mail, given one character a byte, in order. A nested message is a leaf. */
export function partsOf(text: string): MimePart[] {
  const found: MimePart[] = [];
  const read = ({ start, end, depth, inDigest }: Place) => {
    const body = bodyAfter(text, start, end);
    const type = fieldOf(text.slice(start, body), "content-type") ?? "";
    const boundary = /^\s*multipart\//i.test(type)
      ? /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type)
      : null;
    const leaf = boundary === null || depth >= deepest || found.length >= most;
    found.push({ start, body, end, leaf, inDigest });
    if (leaf) return;
    const places = boundaryLines(text, { boundary: boundary[1] ?? boundary[2] ?? "", from: body, to: end });
    places.forEach(({ after, closing }, index) => {
      const next = places[index + 1]?.at ?? end;
      const digest = /^\s*multipart\/digest/i.test(type);
      if (!closing && after < next) read({ start: after, end: next, depth: depth + 1, inDigest: digest });
    });
  };
  read({ start: 0, end: text.length, depth: 0, inDigest: false });
  return found;
}

interface Place {
  start: number;
  end: number;
  depth: number;
  inDigest: boolean;
}

/** The value of a header field, unfolded; undefined when there is none. `header` ends where the body begins. */
export function fieldOf(header: string, name: string): string | undefined {
  const found = new RegExp(`^${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, "im").exec(header)?.[1];
  return found?.replace(/\r?\n[ \t]+/g, " ").trim();
}

/** Where the body begins: after the first blank line, or at the end. */
function bodyAfter(text: string, start: number, end: number): number {
  if (text[start] === "\n") return start + 1;
  if (text.startsWith("\r\n", start)) return start + 2;
  const found = /\r?\n\r?\n/.exec(text.slice(start, end));
  return found ? start + found.index + found[0].length : end;
}

interface BoundaryLine {
  /** Where the text before it ends. */
  at: number;
  /** Where the line after it begins. */
  after: number;
  closing: boolean;
}

function boundaryLines(
  text: string,
  { boundary, from, to }: { boundary: string; from: number; to: number },
): BoundaryLine[] {
  const found: BoundaryLine[] = [];
  const body = text.slice(from, to);
  const mark = `--${boundary}`;
  for (
    let at = body.indexOf(mark);
    at >= 0 && found.length < most;
    at = body.indexOf(mark, at + mark.length)
  ) {
    if (at > 0 && body[at - 1] !== "\n") continue;
    const newline = body.indexOf("\n", at);
    const lineEnd = newline < 0 ? body.length : newline;
    const rest = body.slice(at + mark.length, lineEnd);
    if (!/^(?:--)?[ \t]*\r?$/.test(rest)) continue;
    // The line break before a boundary belongs to the boundary.
    const before = at - (body[at - 2] === "\r" ? 2 : 1);
    found.push({
      at: from + Math.max(0, before),
      after: Math.min(to, from + lineEnd + 1),
      closing: rest.startsWith("--"),
    });
  }
  return found;
}
