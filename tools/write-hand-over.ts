import type { DraftSource } from "#core/domain/draft.ts";
import type { ThreadToAnswer } from "#knowledge/drafting/thread.ts";
import { handOverReason, handOverSummary } from "#knowledge/drafting/write/hand-over.ts";
import type { MessageReading } from "./detect-intent.ts";
import { isFlagged, type MessageInjection } from "./read-injection.ts";

/** Why a person must answer this message themselves; undefined: a draft may be written. */
export function reasonForPerson(
  thread: ThreadToAnswer,
  reading: MessageReading,
  injection: MessageInjection,
): string | undefined {
  return handOverReason(thread, { ...reading, isFlagged: isFlagged(injection) });
}

/** Hands a thread to a person: why, and what it is about, in quotations. */
export function writeHandOver(
  thread: ThreadToAnswer,
  { reason, ...found }: { reason: string; questions: readonly string[]; sources: readonly DraftSource[] },
): { reason: string; summary: string } {
  return { reason, summary: handOverSummary(thread, found) };
}
