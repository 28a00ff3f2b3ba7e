import { hash } from "node:crypto";
import iconv from "iconv-lite";

interface Part {
  headers: { name: string | { other: string }; value: HeaderValue }[];
  body: { Text?: string; Html?: string; Binary?: number[]; InlineBinary?: number[]; Message?: unknown };
  offset_body: number;
  offset_end: number;
}

interface HeaderValue {
  Text?: string;
  Address?: { List?: Person[]; Group?: { addresses: Person[] }[] };
  DateTime?: {
    year: number;
    month: number;
    day: number;
    hour: number;
    minute: number;
    second: number;
    tz_before_gmt: boolean;
    tz_hour: number;
    tz_minute: number;
  };
  ContentType?: { attributes: { name: string; value: string }[] | null };
}

interface Person {
  name: string | null;
  address: string | null;
}

/** The shape of the parses that stand beside stalwart's test mails. */
export interface StalwartParse {
  text_body: number[];
  html_body: number[];
  attachments: number[];
  parts: Part[];
}

/** What a parse must say; undefined where the fixture says nothing. */
export interface ExpectedParse {
  from: string[];
  to: string[];
  cc: string[];
  subject: string | null;
  date: string | null;
  messageId: string | null;
  text: string | undefined;
  html: string | undefined;
  /** For each attachment the hashes that are right: of its bytes as they stand, and of its text. */
  attachments: string[][];
}

/** Reads the expectations of one mail; `mail` is the mail with the line ends that the parse was made from. */
export function expectedParse(parse: StalwartParse, mail: Buffer): ExpectedParse {
  const header = (name: string) => parse.parts[0]?.headers.findLast((field) => field.name === name)?.value;
  const bodies = (places: number[]) => places.flatMap((place) => parse.parts[place]?.body ?? []);
  const texts = bodies(parse.text_body);
  const pages = bodies(parse.html_body);
  return {
    from: people(header("from")).slice(0, 1),
    to: people(header("to")),
    cc: people(header("cc")),
    subject: header("subject")?.Text ?? null,
    date: dateOf(header("date")),
    messageId: header("message_id")?.Text ?? null,
    text:
      texts.length > 0 && texts.every(({ Text }) => Text !== undefined)
        ? texts.map(({ Text }) => Text).join("\n")
        : undefined,
    html:
      pages.length > 0 && pages.every(({ Html }) => Html !== undefined)
        ? pages.map(({ Html }) => Html).join("\n")
        : undefined,
    attachments: parse.attachments.map((place) => hashesOf(parse.parts[place], mail)),
  };
}

/** "name <address>", for those who have an address. */
function people(value: HeaderValue | undefined): string[] {
  const listed = value?.Address?.List ?? value?.Address?.Group?.flatMap(({ addresses }) => addresses) ?? [];
  return listed
    .filter(({ address }) => address !== null)
    .map(({ name, address }) => `${name ?? ""} <${address}>`);
}

function dateOf(value: HeaderValue | undefined): string | null {
  const at = value?.DateTime;
  if (!at) return null;
  const offset = (at.tz_before_gmt ? -1 : 1) * (at.tz_hour * 60 + at.tz_minute) * 60_000;
  return new Date(
    Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - offset,
  ).toISOString();
}

function hashesOf(part: Part | undefined, mail: Buffer): string[] {
  if (!part) return [];
  const { Binary, InlineBinary, Text, Html, Message } = part.body;
  const bytes = Binary ?? InlineBinary;
  if (bytes) return [sha256(Buffer.from(bytes))];
  const raw = mail.subarray(part.offset_body, part.offset_end);
  const encoding = part.headers.find(({ name }) => name === "content_transfer_encoding")?.value.Text ?? "";
  const text = Text ?? Html;
  if (text === undefined)
    return Message ? [sha256(/base64/i.test(encoding) ? Buffer.from(raw.toString(), "base64") : raw)] : [];
  const type = part.headers.find(({ name }) => name === "content_type")?.value.ContentType;
  const label = type?.attributes?.find(({ name }) => name === "charset")?.value ?? "utf-8";
  return [sha256(iconv.encode(text, iconv.encodingExists(label) ? label : "utf-8")), sha256(raw)];
}

function sha256(bytes: Buffer): string {
  return hash("sha256", bytes);
}
