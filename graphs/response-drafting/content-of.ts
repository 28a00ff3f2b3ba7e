import type { DraftContent } from "#core/domain/draft.ts";
import { excerpt } from "#tools/excerpt.ts";
import type { DraftingState } from "./state.ts";

const quoteLength = 300;
const subjectLength = 200;

type Written = Pick<
  DraftContent,
  | "sentences"
  | "questions"
  | "confidence"
  | "quality"
  | "risks"
  | "suggested_actions"
  | "next_steps"
  | "hand_over"
  | "notes"
>;

/** All of a draft: what was written, and what the thread's record says about where it goes. */
export function contentOf(state: DraftingState, written: Written): DraftContent {
  const { thread, reading, injection, sources } = state;
  const cited = new Map(
    written.sentences.flatMap(({ text, citations }) => citations.map((id) => [id, text] as const)),
  );
  return {
    ...written,
    subject: subjectOf(thread.subject),
    intent: reading.intent,
    intent_probability: Math.min(1, Math.max(0, reading.probability)),
    sources: sources
      .filter(({ id }) => cited.has(id))
      .map(({ text, ...source }) => ({
        ...source,
        quote: excerpt(text, cited.get(source.id) ?? "", quoteLength),
      })),
    recipients: thread.recipients,
    injection,
    notes: [...new Set(written.notes)],
  };
}

function subjectOf(subject: string | null): string {
  const line = (subject ?? "").replace(/\s+/g, " ").trim();
  if (line === "") return "Re: your message";
  return (/^(?:re|aw|sv|antw)\s*:/i.test(line) ? line : `Re: ${line}`).slice(0, subjectLength);
}
