import type { ResponseDraftingGraph } from "#graphs/response-drafting/graph.ts";
import { draftResponse } from "./draft-response.ts";

/**
 * Makes the response drafting agent's tool.
 * @param build compiles the graph, once; called on the first draft.
 */
export function responseDraftingAgent(build: () => Promise<ResponseDraftingGraph>) {
  let built: Promise<ResponseDraftingGraph> | undefined;
  const graph = () => {
    built ??= build();
    return built;
  };
  return { draftResponse: draftResponse(graph) };
}
