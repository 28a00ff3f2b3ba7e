import type { Drafter } from "#core/drafter.ts";
import type { checkReply } from "#tools/check-reply.ts";
import type { detectIntent } from "#tools/detect-intent.ts";
import type { gatherDraftSources } from "#tools/gather-draft-sources.ts";
import type { readInjection } from "#tools/read-injection.ts";
import type { readThread } from "#tools/read-thread.ts";
import type { saveDraft } from "#tools/save-draft.ts";
import type { scoreReply } from "#tools/score-reply.ts";

/** The verbs that the graph is granted: none of them sends anything. */
export interface DraftingTools {
  readThread: ReturnType<typeof readThread>;
  detectIntent: typeof detectIntent;
  readInjection: typeof readInjection;
  gatherDraftSources: ReturnType<typeof gatherDraftSources>;
  checkReply: typeof checkReply;
  scoreReply: typeof scoreReply;
  saveDraft: ReturnType<typeof saveDraft>;
}

/** Everything the graph is handed when it is built. */
export interface DraftingPorts {
  tools: DraftingTools;
  /** Writes: the local drafter, or a model that falls back to it. */
  drafter: Drafter;
  /** Writes when little of what a model wrote could be kept. */
  localDrafter: Drafter;
  /** Milliseconds that the model may take for a draft. */
  modelTimeoutMs: number;
}
