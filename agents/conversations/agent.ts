import type { Retrieve } from "#core/retrieval.ts";
import { askConversations, type FindScope } from "./ask-conversations.ts";

/**
 * Makes the conversations agent's tools.
 * @param build compiles the retrieval graph, once; called on the first question.
 */
export function conversationsAgent(build: () => Promise<Retrieve>, findScope: FindScope) {
  const retrieve: Retrieve = async (context, question) => (await build())(context, question);
  return { askConversations: askConversations(retrieve, findScope) };
}
