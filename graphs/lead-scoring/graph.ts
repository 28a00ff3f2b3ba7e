import { END, Send, START, StateGraph } from "@langchain/langgraph";
import { nodePolicy } from "../node-policy.ts";
import { askModel, missedVote } from "./nodes/ask-model.ts";
import { combine } from "./nodes/combine.ts";
import { compare } from "./nodes/compare.ts";
import { explain } from "./nodes/explain.ts";
import { gather } from "./nodes/gather.ts";
import { phrase } from "./nodes/phrase.ts";
import { predict } from "./nodes/predict.ts";
import { recommend } from "./nodes/recommend.ts";
import { areToBeRecorded, leaveUnrecorded, recordVotes } from "./nodes/record-votes.ts";
import type { LeadScoringPorts } from "./ports.ts";
import { LeadScoringState } from "./state.ts";

const readTimeoutMs = 15_000;

/** The answer waits no longer than this for votes to be kept. */
const recordTimeoutMs = 1_000;

/** A model ends its own call at its time limit, and so learns of its failure; the node's limit is the net below. */
const graceMs = 250;

/**
 * Builds the lead-scoring graph: gather what is known → every scorer votes at the same time, each with its own time
 * limit and free to fail alone → combine (and keep the votes meanwhile) → compare with past leads (on request) → explain, and recommend
 * beside them → phrase.
 */
export function buildLeadScoringGraph(ports: LeadScoringPorts) {
  const { tools, models, words, modelTimeoutMs } = ports;
  return new StateGraph(LeadScoringState)
    .addNode("gather", gather(tools), nodePolicy(readTimeoutMs))
    .addNode("predict", predict(tools), nodePolicy(readTimeoutMs))
    .addNode("ask_model", askModel(models), {
      ...nodePolicy(modelTimeoutMs + graceMs),
      errorHandler: missedVote(modelTimeoutMs),
    })
    .addNode("combine", combine(tools), nodePolicy(readTimeoutMs))
    .addNode("record_votes", recordVotes(tools), {
      ...nodePolicy(recordTimeoutMs),
      errorHandler: leaveUnrecorded,
    })
    .addNode("compare", compare(tools), nodePolicy(readTimeoutMs))
    .addNode("explain", explain, nodePolicy(readTimeoutMs))
    .addNode("recommend", recommend(tools), nodePolicy(readTimeoutMs))
    .addNode("phrase", phrase(words, modelTimeoutMs), nodePolicy(modelTimeoutMs + readTimeoutMs))
    .addEdge(START, "gather")
    .addEdge("gather", "predict")
    .addConditionalEdges(
      "gather",
      (state) => models.map((model) => new Send("ask_model", { ...state, scorer: model.id })),
      ["ask_model"],
    )
    .addEdge("predict", "combine")
    .addEdge("ask_model", "combine")
    .addConditionalEdges(
      "combine",
      (state) => [
        state.request.depth === "explain" ? "compare" : "explain",
        ...(areToBeRecorded(state) ? (["record_votes"] as const) : []),
      ],
      ["compare", "explain", "record_votes"],
    )
    .addEdge("combine", "recommend")
    .addEdge("record_votes", END)
    .addEdge("compare", "explain")
    .addEdge(["explain", "recommend"], "phrase")
    .addEdge("phrase", END)
    .compile();
}

export type LeadScoringGraph = ReturnType<typeof buildLeadScoringGraph>;
