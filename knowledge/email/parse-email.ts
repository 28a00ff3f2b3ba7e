import PostalMime, { type Email } from "postal-mime";
import { AppError } from "#core/errors.ts";
import { attachmentsOf } from "./attachments.ts";
import type { EmailEnvelope, ParsedEmail } from "./email.ts";
import { envelopeOf } from "./envelope.ts";
import { htmlText } from "./html-text.ts";
import { type OwnAddresses, ownAddresses } from "./own-addresses.ts";
import { recodeParts } from "./recode-parts.ts";
import { newlyWritten, splitReply, withoutQuotes } from "./reply-text.ts";

/** Larger mails are refused: 25 MB, as most mail servers do. */
export const mailSizeLimit = 25 * 1024 * 1024;

/** How a mail is read. */
export interface ParseOptions {
  /** Bytes; `mailSizeLimit` by default. */
  sizeLimit?: number;
  /** The team's own addresses: a list of its own, such as a group behind sales@, is no mailing list. */
  own?: OwnAddresses;
}

const nobody = ownAddresses([]);
const parserLimits = { forceRfc822Attachments: true, maxNestingDepth: 50 };

/**
 * Reads one mail (RFC 5322, MIME), in whatever character sets. What cannot be read is left empty and told in `warnings`;
 * nested messages are attachments.
 * @throws AppError VALIDATION_FAILED when the mail is larger than the limit; never for malformed mail.
 */
export async function parseEmail(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParsedEmail> {
  const { sizeLimit = mailSizeLimit, own = nobody } = options;
  if (bytes.length > sizeLimit) throw tooLarge(bytes.length, sizeLimit);
  const warnings: string[] = [];
  const email = await read(bytes, warnings);
  const html = email.html === undefined ? undefined : clean(email.html);
  const plain = clean(email.text ?? "").replace(/\r\n?/g, "\n");
  const text = plain.trim() === "" && html !== undefined ? htmlText(html) : plain;
  const fragments = splitReply(text);
  return {
    ...envelopeOf(email, { own, text: withoutQuotes(fragments), warnings }),
    text,
    html,
    replyText: newlyWritten(fragments),
    attachments: attachmentsOf(email),
    warnings,
  };
}

/** Reads a mail's header alone, given the whole mail: what threads are made of, without decoding its parts. */
export async function parseEnvelope(bytes: Uint8Array, own: OwnAddresses = nobody): Promise<EmailEnvelope> {
  const email = await read(headerOf(bytes), []);
  return envelopeOf(email, { own, text: null, warnings: [] });
}

/** Why a mail of that size is refused. */
export function tooLarge(size: number, sizeLimit: number): AppError {
  const megabytes = (count: number) => (count / 1024 / 1024).toFixed(1);
  return new AppError(
    "VALIDATION_FAILED",
    `The mail has ${megabytes(size)} MB; at most ${megabytes(sizeLimit)} MB are read. Save it without its attachments.`,
  );
}

async function read(bytes: Uint8Array, warnings: string[]): Promise<Email> {
  try {
    const recoded = await recodeParts(bytes);
    warnings.push(...recoded.warnings);
    return await PostalMime.parse(recoded.bytes, parserLimits);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warnings.push(`Its parts could not be read (${reason.slice(0, 120)}); only the header was.`);
    return readHeader(bytes, warnings);
  }
}

async function readHeader(bytes: Uint8Array, warnings: string[]): Promise<Email> {
  try {
    return await PostalMime.parse(headerOf(bytes).subarray(0, 1024 * 1024));
  } catch {
    warnings.push("Its header could not be read either.");
    return { headers: [], headerLines: [], attachments: [] };
  }
}

function headerOf(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = [raw.indexOf("\n\n"), raw.indexOf("\r\n\r\n")].filter((end) => end >= 0);
  return ends.length === 0 ? bytes : bytes.subarray(0, Math.min(...ends) + 2);
}

/** Postgres refuses NUL and halves of surrogate pairs. */
function clean(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
