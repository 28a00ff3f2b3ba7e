import type { DraftSource } from "#core/domain/draft.ts";
import { sentencesOf } from "../../grounding/sentences.ts";
import { detectLanguage } from "../../retrieval/lexical/analyse.ts";
import type { Language } from "../../retrieval/lexical/language.ts";
import { ownWords } from "../../scoring/features/text/own-words.ts";
import type { ThreadToAnswer } from "../thread.ts";
import type { Commitment } from "./commitments/commitment.ts";
import { findCommitments } from "./commitments/find-commitments.ts";
import { contentWords } from "./content-words.ts";

/** A source as sentences are held against it. */
export interface Evidence {
  id: string;
  title: string;
  text: string;
  binds: boolean;
  /** What the contact wrote: good for what it says of the contact, for nothing else. */
  isCustomers: boolean;
  isRecord: boolean;
  /** What a source is worth where two disagree: 3 the record, 2 what the team wrote to this contact, 1 an article. */
  rank: number;
  /** When it was written; null: nobody knows. */
  at: Date | null;
  language: Language;
  sentences: { text: string; commitments: Commitment[] }[];
  words: ReadonlySet<string>;
}

/**
 * All that a draft may rest on, each once: the sources, the record and the messages of the thread. Who wrote a message is told by the
 * thread, whatever a source says, and only the own words of the team bind: what they quote is another's.
 */
export function evidenceOf(
  { messages, record }: Pick<ThreadToAnswer, "messages" | "record">,
  sources: readonly DraftSource[],
): Evidence[] {
  const all = new Map<string, DraftSource>();
  for (const { id, direction, text, at } of messages) {
    const binds = direction === "OUTBOUND";
    all.set(`m:${id}`, { id: `m:${id}`, kind: "thread", title: null, text, at: at.toISOString(), binds });
  }
  for (const source of [...record, ...sources]) if (!all.has(source.id)) all.set(source.id, source);
  const short = [...all.values()].filter(({ text }) => isShort(text)).map(({ text }) => text);
  const spoken = detectLanguage([...messages.map(({ text }) => text), ...short].join("\n"));
  return [...all.values()].map((source) => toEvidence(source, spoken));
}

function toEvidence({ id, kind, title, text, at, binds }: DraftSource, spoken: Language): Evidence {
  const isMessage = kind === "thread" || kind === "contact";
  const own = isMessage ? ownWords(text) : text;
  const language = languageOf(own, spoken);
  const now = isMessage && at !== null ? new Date(at) : null;
  const mayBind = binds && kind !== "reply";
  return {
    id,
    title: title ?? "",
    text: own,
    binds: mayBind,
    isCustomers: isMessage && !binds,
    isRecord: kind === "record",
    rank: kind === "record" ? 3 : isMessage ? 2 : 1,
    at: at === null ? null : new Date(at),
    language,
    sentences: sentencesOf(kind === "record" ? withoutLabel(own) : own).map((sentence) =>
      mayBind ? bindingSentence(sentence, now) : { text: sentence, commitments: [] },
    ),
    words: new Set(contentWords(`${title ?? ""} ${own}`, language)),
  };
}

/** Its commitments are looked for when they are first asked for: most sentences are never asked. */
function bindingSentence(text: string, now: Date | null): Evidence["sentences"][number] {
  let found: Commitment[] | undefined;
  return {
    text,
    get commitments() {
      found ??= findCommitments(text, now);
      return found;
    },
  };
}

const fewWords = 30;

/** A few words tell their language badly: they are taken for the thread's. */
function languageOf(text: string, spoken: Language): Language {
  return isShort(text) ? spoken : detectLanguage(text);
}

function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length < fewWords;
}

/** A field that holds a sentence speaks for itself. */
function withoutLabel(text: string): string {
  const [, value = ""] = /^[^:\n]{1,40}:\s+(.*)$/s.exec(text) ?? [];
  return value.trim().split(/\s+/).length >= 4 ? value : text;
}
