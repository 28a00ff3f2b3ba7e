import { isUtf8 } from "node:buffer";
import { isAscii, isStandardLabel } from "./charset-labels.ts";
import { partsOf } from "./mime-parts.ts";
import { type RecodedPart, recodeAttachment, recodeText, takenFor } from "./recode-body.ts";
import { recodeHeader } from "./recode-header.ts";

/** Bytes of one text as it is encoded; nobody writes more, and reading many short lines takes long. */
const longestText = 2 * 1024 * 1024;

/** A mail in a form that the parser can read, and what had to be guessed. */
export interface Recoded {
  bytes: Uint8Array;
  warnings: string[];
}

/**
 * Rewrites what a standard parser would misread: texts in character sets that only iconv knows (UTF-7, code pages), texts and
 * header fields whose bytes are not what their label says, text files that are shown within the mail, and attachments whose
 * last line break belongs to the boundary after them (RFC 2046 §5.1.1). All other bytes stay as they are.
 */
export async function recodeParts(bytes: Uint8Array): Promise<Recoded> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = raw.toString("latin1");
  if (isPlain(raw, text)) return { bytes, warnings: [] };
  const warnings: string[] = [];
  const out: Buffer[] = [];
  let done = 0;
  let hasText = false;
  for (const part of partsOf(text)) {
    const header = await recodeHeader(raw.subarray(part.start, part.body), warnings);
    out.push(raw.subarray(done, part.start));
    const use = part.leaf ? takenFor(header.toString(), { hasText, inDigest: part.inDigest }) : "multipart";
    let recoded: RecodedPart | undefined;
    if (use === "text") {
      hasText = true;
      const body = raw.subarray(part.body, Math.min(part.end, part.body + longestText));
      recoded = await recodeText(header, body, warnings);
      if (part.end - part.body > longestText) {
        warnings.push(`A text of ${part.end - part.body} bytes was cut.`);
        recoded ??= { header, body: Buffer.concat([body, Buffer.from("\r\n")]) };
      }
    } else if (use === "attachment") {
      recoded = recodeAttachment(header, raw.subarray(part.body, part.end));
    }
    out.push(recoded?.header ?? header);
    if (recoded) out.push(recoded.body);
    done = recoded ? part.end : part.body;
  }
  out.push(raw.subarray(done));
  return { bytes: Buffer.concat(out), warnings };
}

/** True of a mail of one part in ASCII: there is nothing to rewrite. */
function isPlain(raw: Buffer, text: string): boolean {
  if (raw.length > longestText || !isUtf8(raw) || !isAscii(raw) || /multipart\/|=\?/i.test(text))
    return false;
  const labels = [...text.matchAll(/charset\s*=\s*"?([\w.:-]{1,40})/gi)].map(([, label = ""]) => label);
  return (
    !/content-transfer-encoding:\s*(?:base64|quoted-printable)/i.test(text) && labels.every(isStandardLabel)
  );
}
