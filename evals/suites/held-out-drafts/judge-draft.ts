import type { DraftContent } from "#core/domain/draft.ts";
import { type Asking, answeredBy } from "#knowledge/sample/articles/answered-by.ts";
import { answers } from "#knowledge/sample/intents.ts";
import type { HeldOutThread, MeantMessage } from "./held-out-threads.ts";

/** A source that a draft cites, by the ids of the sample's files. */
export type CitedSource =
  | { kind: "article"; id: string }
  | { kind: "reply" | "own"; messageId: string }
  | { kind: "record" };

/** What became of one held-out thread. */
export interface JudgedDraft {
  thread: HeldOutThread;
  /** Why it was handed over; null: a reply was proposed. */
  handedOver: string | null;
  citesGold: boolean;
  /** Every intent that asks is answered by a gold source. */
  coversAll: boolean;
  /** The team's earlier words to this contact that answer the same; no gold. */
  citesOwnAnswer: boolean;
  citesAny: boolean;
  articles: { cited: number; gold: number };
  replies: { cited: number; gold: number };
  questions: { all: number; open: number };
  placeholders: number;
  ms: number;
}

interface Drafted {
  content: Pick<DraftContent, "hand_over" | "questions" | "sentences">;
  cited: readonly CitedSource[];
  ms: number;
}

/** Holds a draft's citations against what the sample's generator knows of the question. */
export function judgeDraft(
  thread: HeldOutThread,
  { content, cited, ms }: Drafted,
  meant: ReadonlyMap<string, MeantMessage>,
): JudgedDraft {
  const isGold = (source: CitedSource, asked: Asking) => {
    if (source.kind === "article")
      return answeredBy(asked, thread.product, thread.language).includes(source.id);
    return source.kind === "reply" && answersIt(meant.get(source.messageId), asked, thread);
  };
  const isGoldAtAll = (source: CitedSource) => thread.asked.some((asked) => isGold(source, asked));
  const tally = (kind: CitedSource["kind"]) => {
    const all = cited.filter((source) => source.kind === kind);
    return { cited: all.length, gold: all.filter(isGoldAtAll).length };
  };
  return {
    thread,
    handedOver: content.hand_over?.reason ?? null,
    citesGold: cited.some(isGoldAtAll),
    coversAll: thread.asked.every((asked) => cited.some((source) => isGold(source, asked))),
    citesOwnAnswer: cited.some(
      (source) =>
        source.kind === "own" &&
        thread.asked.some((asked) => meant.get(source.messageId)?.intents.includes(answers[asked])),
    ),
    citesAny: cited.length > 0,
    articles: tally("article"),
    replies: tally("reply"),
    questions: {
      all: content.questions.length,
      open: content.questions.filter(({ answered }) => !answered).length,
    },
    placeholders: content.sentences.reduce((sum, { text }) => sum + text.split("[confirm:").length - 1, 0),
    ms,
  };
}

/** What another contact was told counts where the team meant to answer the same. */
function answersIt(meant: MeantMessage | undefined, asked: Asking, thread: HeldOutThread): boolean {
  if (meant === undefined || meant.contactId === thread.contactId) return false;
  const told = meant.by === "rep" ? meant.intents : meant.answer;
  return told.includes(answers[asked]);
}
