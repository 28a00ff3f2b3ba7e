import type { DraftRule, DraftSource } from "#core/domain/draft.ts";
import type { PassageHit } from "#core/domain/passage.ts";
import type { ThreadToAnswer } from "../thread.ts";
import type { ShareableReply } from "./shareable-replies.ts";

const longestText = 1_200;

/** The thread's latest messages as sources; the team's own bind it, the customer's bind nobody. */
export function threadSources({ messages, answers }: ThreadToAnswer, atMost: number): DraftSource[] {
  const others = messages.filter(({ id, text }) => id !== answers.interactionId && text.trim() !== "");
  return others.slice(-atMost).map(({ id, direction, text, at }) => ({
    id: `m:${id}`,
    kind: "thread",
    title: null,
    text: cut(text),
    at: at.toISOString(),
    binds: direction === "OUTBOUND",
  }));
}

/** What else was said with this contact. */
export function contactSource({ messageId, no, direction, text, title, at }: PassageHit): DraftSource {
  return {
    id: messageId === null ? `m:${no}` : `m:${messageId}`,
    kind: "contact",
    title,
    text: cut(text),
    at: at.toISOString(),
    binds: direction === "OUTBOUND",
  };
}

export function articleSource({ articleId, part, title, text, at }: PassageHit): DraftSource {
  return {
    id: `a:${articleId}#${part}`,
    kind: "article",
    title,
    text: cut(text),
    at: at.toISOString(),
    binds: true,
  };
}

/** Its title is the intent it answered, and no word of another contact. */
export function replySource({ reply, sentences }: ShareableReply): DraftSource {
  return {
    id: `r:${reply.no}`,
    kind: "reply",
    title: reply.intent,
    text: cut(sentences.join("\n")),
    at: null,
    binds: false,
  };
}

/** A fact that people have confirmed. */
export function factSource({ id, value }: DraftRule): DraftSource {
  return { id: `c:fact-${id}`, kind: "record", title: null, text: cut(value), at: null, binds: true };
}

function cut(text: string): string {
  return text.length > longestText ? text.slice(0, text.lastIndexOf(" ", longestText)) : text;
}
