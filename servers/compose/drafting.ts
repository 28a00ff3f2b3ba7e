import { responseDraftingAgent } from "#agents/response-drafting/agent.ts";
import type { LanguageModel } from "#core/language-model.ts";
import type { Database } from "#knowledge/db/database.ts";
import type { Search } from "#knowledge/retrieval/search-passages.ts";
import { findThreads } from "#tools/find-threads.ts";
import { listDrafts } from "#tools/list-drafts.ts";
import { reviewDraft } from "#tools/review-draft.ts";
import { once } from "./once.ts";

interface DraftingParts {
  db: Database;
  search: Search;
  /** Writes; without one the local drafter does. */
  writer: LanguageModel | undefined;
  modelTimeoutMs: number;
}

/**
 * Makes the tools of drafting and reviewing replies. The graph, and what reads messages, is loaded when the first draft is asked for, or
 * before by `getReady`.
 */
export function openDrafting({ db, search, writer, modelTimeoutMs }: DraftingParts) {
  const load = once(async () => {
    const { buildResponseDraftingGraph } = await import("#graphs/response-drafting/graph.ts");
    const { localDrafter } = await import("#knowledge/drafting/write/local-drafter.ts");
    const { modelDrafter } = await import("#models/model-drafter.ts");
    const tools = await draftingTools(db, search);
    const drafter = writer ? modelDrafter(writer, localDrafter) : localDrafter;
    return buildResponseDraftingGraph({ tools, drafter, localDrafter, modelTimeoutMs });
  });
  // The thread learns while this one loads.
  const loadAndLearn = async (options?: { ahead: boolean }) => {
    const { learnToRead } = await import("#knowledge/drafting/reading/learn-to-read.ts");
    const [graph] = await Promise.all([load(), learnToRead(options)]);
    return graph;
  };
  return {
    ...responseDraftingAgent(() => loadAndLearn()),
    listDrafts: listDrafts(db),
    reviewDraft: reviewDraft(db),
    findThreads: findThreads(db),
    getReady: () => loadAndLearn({ ahead: true }),
  };
}

/** The verbs that the drafting graph is granted over a database and its search. */
export async function draftingTools(db: Database, search: Search) {
  const { checkReply } = await import("#tools/check-reply.ts");
  const { detectIntent } = await import("#tools/detect-intent.ts");
  const { findPassagesWithin } = await import("#tools/find-passages-within.ts");
  const { gatherDraftSources } = await import("#tools/gather-draft-sources.ts");
  const { readInjection } = await import("#tools/read-injection.ts");
  const { readThread } = await import("#tools/read-thread.ts");
  const { saveDraft } = await import("#tools/save-draft.ts");
  const { scoreReply } = await import("#tools/score-reply.ts");
  return {
    readThread: readThread(db),
    detectIntent,
    readInjection,
    gatherDraftSources: gatherDraftSources({ db, findPassagesWithin: findPassagesWithin(search.within) }),
    checkReply,
    scoreReply,
    saveDraft: saveDraft(db),
  };
}
