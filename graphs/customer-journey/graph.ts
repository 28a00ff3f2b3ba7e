import { END, START, StateGraph } from "@langchain/langgraph";
import { nodePolicy } from "../node-policy.ts";
import { compare } from "./nodes/compare.ts";
import { findPains } from "./nodes/find-pains.ts";
import { gather } from "./nodes/gather.ts";
import { phrase } from "./nodes/phrase.ts";
import { suggest } from "./nodes/suggest.ts";
import type { CustomerJourneyPorts } from "./ports.ts";
import { CustomerJourneyState } from "./state.ts";

const readTimeoutMs = 15_000;

/**
 * Builds the customer-journey graph: gather the contact's history and stage it → compare with won and lost peers, and find what goes
 * wrong, at the same time → suggest what to do → phrase.
 */
export function buildCustomerJourneyGraph({ tools, words, modelTimeoutMs }: CustomerJourneyPorts) {
  return new StateGraph(CustomerJourneyState)
    .addNode("gather", gather(tools), nodePolicy(readTimeoutMs))
    .addNode("compare", compare(tools), nodePolicy(readTimeoutMs))
    .addNode("find_pains", findPains(tools), nodePolicy(readTimeoutMs))
    .addNode("suggest", suggest(tools), nodePolicy(readTimeoutMs))
    .addNode("phrase", phrase(words, modelTimeoutMs), nodePolicy(modelTimeoutMs + readTimeoutMs))
    .addEdge(START, "gather")
    .addEdge("gather", "compare")
    .addEdge("gather", "find_pains")
    .addEdge(["compare", "find_pains"], "suggest")
    .addEdge("suggest", "phrase")
    .addEdge("phrase", END)
    .compile();
}

export type CustomerJourneyGraph = ReturnType<typeof buildCustomerJourneyGraph>;
