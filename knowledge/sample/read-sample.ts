import { parse } from "csv-parse/sync";
import { createRandom } from "./random.ts";
import type { SampleFiles } from "./sample-workspace.ts";

/** A row of a CSV file by column. */
export type Row = Record<string, string | undefined>;

/** A message or another touch, from whichever file. */
export interface TouchRow {
  id: string;
  contact: string;
  at: number;
  type: string;
  direction: string;
  subject: string;
}

/** The sample's files as rows, for tests. */
export interface SampleRows {
  contacts: Row[];
  companies: Row[];
  conversations: { id: string; contact: string; channel: string }[];
  messages: { id: string; text: string }[];
  touches: TouchRow[];
}

interface ConversationLine {
  id: string;
  contact: string;
  channel: string;
  subject: string;
  messages: { id: string; direction: string; at: string; text: string }[];
}

const types: Record<string, string> = {
  EMAIL: "EMAIL",
  CHAT: "CHAT",
  PHONE: "PHONE_CALL",
  LINKEDIN: "SOCIAL_MEDIA",
};

/** Reads the sample's files back without the import, so that tests judge the files themselves. */
export function readSample(files: SampleFiles): SampleRows {
  const lines = files.conversationsJsonl.trimEnd().split("\n");
  const conversations = lines.map((line): ConversationLine => JSON.parse(line));
  const rows: Row[] = parse(files.interactionsCsv, { columns: true });
  const touches = rows.map(({ id = "", contact = "", at = "", type = "", direction = "", subject = "" }) => ({
    id,
    contact,
    at: Date.parse(at),
    type,
    direction,
    subject,
  }));
  const said = conversations.flatMap(({ contact, channel, subject, messages }) =>
    messages.map(({ id, at, direction }) => ({
      id,
      contact,
      at: Date.parse(at),
      type: types[channel] ?? channel,
      direction,
      subject,
    })),
  );
  return {
    contacts: parse(files.contactsCsv, { columns: true }),
    companies: parse(files.companiesCsv, { columns: true }),
    conversations,
    messages: conversations.flatMap(({ messages }) => messages),
    touches: [...touches, ...said],
  };
}

/**
 * How well a plain count ranks closed leads at one random moment each between coming in and ending: what the lead
 * wrote, and meetings held. Area under the ROC curve, ties counting half.
 */
export function crudeAuc({ contacts, touches }: SampleRows): number {
  const random = createRandom("moments");
  const byContact = Map.groupBy(touches, (touch) => touch.contact);
  const scored = contacts
    .filter((c) => c.outcome)
    .map((c) => {
      const [from, to] = [Date.parse(c.created_at ?? ""), Date.parse(c.outcome_date ?? "")];
      const moment = from + random.between(0.05, 0.95) * (to - from);
      const seen = (byContact.get(c.id ?? "") ?? []).filter((touch) => touch.at < moment);
      return { won: c.outcome === "won", score: seen.filter(counts).length };
    });
  const won = scored.filter((s) => s.won);
  const lost = scored.filter((s) => !s.won);
  const wins = won.flatMap((w) =>
    lost.map((l) => (w.score > l.score ? 1 : w.score === l.score ? 0.5 : 0) as number),
  );
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

function counts({ direction, type }: TouchRow): boolean {
  return direction === "INBOUND" || type === "MEETING";
}
