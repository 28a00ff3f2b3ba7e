import type { SignalName } from "../scoring/features/text/lexicon.ts";
import { isNote, readText } from "../scoring/features/text/read-text.ts";
import { textSignals } from "../scoring/features/text/signals.ts";
import { type Ask, asksOf } from "./asked.ts";
import { isAutomatic } from "./automatic.ts";
import { answers, awaitsAnswer } from "./sides.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

/** An entry of a timeline as signals are found in it. */
export interface ReadMessage {
  entry: TimelineEntry;
  at: Date;
  /** Whether it waits for an answer of ours. */
  awaits: boolean;
  /** Whether it answers what the contact wrote before. */
  answers: boolean;
  /** What the contact asks in it; empty for what does not wait for an answer. */
  asks: readonly Ask[];
  /** What the contact's own words tell, each with its sentence. */
  told: readonly { name: SignalName; quote: string }[];
  /** −1..1: the source's own sentiment where it has one, else what the words say; null without any. */
  tone: number | null;
}

/** Reads what a timeline's entry says; of a text longer than `longest` characters its beginning. */
export function readMessage(entry: TimelineEntry, longest: number): ReadMessage {
  const awaits = awaitsAnswer(entry);
  const text = ownText(entry)?.slice(0, longest) ?? null;
  return {
    entry,
    at: entry.occurredAt,
    awaits,
    answers: answers(entry),
    asks: awaits && text !== null ? asksOf(text) : [],
    told:
      text === null
        ? []
        : textSignals(text).map(({ name, start, end }) => ({ name, quote: cut(text, start, end) })),
    tone: text === null ? null : (sentimentOf(entry) ?? toneOf(entry, text)),
  };
}

/** What the contact wrote or said, not a note on a call nor a machine's text. */
function ownText(entry: TimelineEntry): string | null {
  const { content, direction } = entry;
  if (direction !== "INBOUND" || content === null || isNote(entry) || isAutomatic(entry)) return null;
  return content;
}

function toneOf({ direction, type, conversationId }: TimelineEntry, text: string): number | null {
  return readText({ text, direction, type, conversationId }, none)?.tone ?? null;
}

const none: ReadonlySet<string> = new Set();

function sentimentOf({ metadata }: TimelineEntry): number | null {
  const sentiment = metadata?.sentiment;
  if (typeof sentiment !== "object" || sentiment === null || !("score" in sentiment)) return null;
  const { score } = sentiment;
  return typeof score === "number" && score >= -1 && score <= 1 ? score : null;
}

function cut(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}
