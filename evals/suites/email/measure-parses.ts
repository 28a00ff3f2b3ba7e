import type { Mailbox, ParsedEmail } from "#knowledge/email/email.ts";
import { parseEmail } from "#knowledge/email/parse-email.ts";
import { folderDatasets, readFolder } from "../../folder-datasets.ts";
import { type ExpectedParse, expectedParse, type StalwartParse } from "./expected-parse.ts";

export const parseFields = [
  "from",
  "to",
  "cc",
  "subject",
  "date",
  "messageId",
  "text",
  "html",
  "attachments",
] as const;
export type ParseField = (typeof parseFields)[number];

/** How often a field was as expected. */
export interface FieldCount {
  field: ParseField;
  compared: number;
  equal: number;
  /** Of the equal ones: the expected parse holds replacement characters, and ours the letters. */
  better: number;
}

export interface ParseResults {
  fields: FieldCount[];
  /** In words: what differs, and is not one of `knownDifferences`. */
  differing: string[];
  /** Mails without an expected parse are read too. */
  mails: number;
  threw: string[];
}

/** Why a field of a mail differs from its expected parse for a good reason. */
export const knownDifferences: Readonly<Record<string, string>> = {
  "rfc/000 attachments":
    "two parts of this example say base64 and are plain words; what they decode to is nobody's file",
};

const stalwart = "stalwart-mail-parser/eml/";

/** Compares parses with the expected ones, and reads all other mails of the dataset. */
export async function measureParses(): Promise<ParseResults> {
  const files = readFolder(folderDatasets.emailMime);
  const counts = new Map(parseFields.map((field) => [field, { field, compared: 0, equal: 0, better: 0 }]));
  const differing: string[] = [];
  const threw: string[] = [];
  let mails = 0;
  for (const [path, bytes] of files) {
    if (!path.endsWith(".eml")) continue;
    mails++;
    try {
      await parseEmail(bytes);
    } catch (error) {
      threw.push(`${path}: ${error}`);
    }
    const expected = files.get(path.replace(/\.eml$/, ".json"));
    if (!path.startsWith(stalwart) || !expected) continue;
    const parse: StalwartParse = JSON.parse(expected.toString());
    // The expected parses tell offsets: they were made from the mails with line ends of one character.
    const mail = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    compare(expectedParse(parse, mail), await parseEmail(mail), (field, { equal, better, detail }) => {
      const count = counts.get(field);
      const name = `${path.slice(stalwart.length, -".eml".length)} ${field}`;
      if (!count) return;
      count.compared++;
      if (equal) count.equal++;
      if (equal && better) count.better++;
      if (!equal && !knownDifferences[name]) differing.push(`${name}: ${detail}`);
    });
  }
  return { fields: [...counts.values()], differing, mails, threw };
}

interface Outcome {
  equal: boolean;
  better: boolean;
  detail: string;
}

function compare(
  expected: ExpectedParse,
  ours: ParsedEmail,
  told: (field: ParseField, outcome: Outcome) => void,
): void {
  const pairs: [ParseField, string | null | undefined, string | null | undefined][] = [
    ["from", expected.from.join("\n"), shown(ours.from === null ? [] : [ours.from])],
    ["to", expected.to.join("\n"), shown(ours.to)],
    ["cc", expected.cc.join("\n"), shown(ours.cc)],
    ["subject", expected.subject, ours.subject],
    ["date", expected.date, ours.date],
    ["messageId", expected.messageId, ours.messageId],
    ["text", words(expected.text), words(ours.text)],
    ["html", words(expected.html), words(ours.html)],
  ];
  for (const [field, wanted, found] of pairs) {
    if (wanted !== undefined) told(field, outcomeOf(wanted, found ?? null));
  }
  const hashes = ours.attachments.map(({ sha256 }) => sha256);
  const equal =
    hashes.length === expected.attachments.length &&
    expected.attachments.every((right, index) => right.includes(hashes[index] ?? ""));
  told("attachments", {
    equal,
    better: false,
    detail: `${hashes.length} attachments of ${expected.attachments.length}`,
  });
}

function shown(people: readonly Mailbox[]): string {
  return people.map(({ name, address }) => `${name} <${address}>`).join("\n");
}

/** White space aside: flowed texts (RFC 3676) are joined by us, and left as they stand in the expected parse. */
function words(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim();
}

/** A replacement character in what is expected stands for any letter. */
function outcomeOf(wanted: string | null, found: string | null): Outcome {
  const detail = `expected ${JSON.stringify(wanted)?.slice(0, 120)}, found ${JSON.stringify(found)?.slice(0, 120)}`;
  if (wanted === found) return { equal: true, better: false, detail };
  if (wanted === null || found === null || !wanted.includes("\ufffd"))
    return { equal: false, better: false, detail };
  const parts = wanted.split("\ufffd").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const better = new RegExp(`^${parts.join("[^\\ufffd]")}$`, "su").test(found);
  return { equal: better, better, detail };
}
