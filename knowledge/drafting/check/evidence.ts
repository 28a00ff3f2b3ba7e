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
  return [...all.values()].map(toEvidence);
}

function toEvidence({ id, kind, title, text, at, binds }: DraftSource): Evidence {
  const isMessage = kind === "thread" || kind === "contact";
  const own = isMessage ? ownWords(text) : text;
  const language = detectLanguage(own);
  const now = isMessage && at !== null ? new Date(at) : null;
  const mayBind = binds && kind !== "reply";
  return {
    id,
    title: title ?? "",
    text: own,
    binds: mayBind,
    isCustomers: isMessage && !binds,
    isRecord: kind === "record",
    language,
    sentences: sentencesOf(kind === "record" ? withoutLabel(own) : own).map((sentence) => ({
      text: sentence,
      commitments: mayBind ? findCommitments(sentence, now) : [],
    })),
    words: new Set(contentWords(`${title ?? ""} ${own}`, language)),
  };
}

/** A field that holds a sentence speaks for itself. */
function withoutLabel(text: string): string {
  const [, value = ""] = /^[^:\n]{1,40}:\s+(.*)$/s.exec(text) ?? [];
  return value.trim().split(/\s+/).length >= 4 ? value : text;
}
