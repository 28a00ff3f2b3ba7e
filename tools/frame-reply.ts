import type { DraftSentence } from "#core/domain/draft.ts";
import type { DraftingTask } from "#core/drafter.ts";
import { frameReply as frame } from "#knowledge/drafting/write/frame-reply.ts";
import { layOut } from "#knowledge/drafting/write/lay-out.ts";

/** A reply's body with greeting and closing around it; empty for an empty body. */
export function frameReply(task: DraftingTask, body: readonly DraftSentence[]): DraftSentence[] {
  return frame(task, body);
}

/** A reply as the text that is sent. */
export function replyBody(sentences: readonly DraftSentence[]): string {
  return layOut(sentences);
}
