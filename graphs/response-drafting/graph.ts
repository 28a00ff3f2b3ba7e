import { END, START, StateGraph } from "@langchain/langgraph";
import { nodePolicy } from "../node-policy.ts";
import { bestCandidate, needsLocalReply } from "./candidates.ts";
import { check } from "./nodes/check.ts";
import { critique, needsAnotherTry } from "./nodes/critique.ts";
import { detect } from "./nodes/detect.ts";
import { gather } from "./nodes/gather.ts";
import { handOver } from "./nodes/hand-over.ts";
import { propose } from "./nodes/propose.ts";
import { readThread } from "./nodes/read-thread.ts";
import { score } from "./nodes/score.ts";
import { write, writeLocally } from "./nodes/write.ts";
import type { DraftingPorts } from "./ports.ts";
import { DraftingState } from "./state.ts";

const loadTimeoutMs = 60_000;
const computeTimeoutMs = 30_000;
/** A model ends its own call at its time limit; the node's limit is the net below. */
const graceMs = 5_000;

/**
 * Builds the drafting graph: read the thread → detect what it is after → gather sources → write → critique, and write once more →
 * check → score → propose. What no source answers, or a person must answer, is handed over instead. It ends with the proposal: a
 * person's decision carries on from its row (decision 0018).
 */
export function buildResponseDraftingGraph({ tools, drafter, localDrafter, modelTimeoutMs }: DraftingPorts) {
  const compute = nodePolicy(computeTimeoutMs);
  const load = nodePolicy(loadTimeoutMs);
  const model = nodePolicy(modelTimeoutMs + graceMs);
  return new StateGraph(DraftingState)
    .addNode("read_thread", readThread(tools), load)
    .addNode("detect", detect(tools), compute)
    .addNode("gather", gather(tools, modelTimeoutMs), load)
    .addNode("write", write(drafter), model)
    .addNode("critique", critique(drafter), model)
    .addNode("check", check(tools), compute)
    .addNode("write_locally", writeLocally(localDrafter), compute)
    .addNode("score", score(tools), compute)
    .addNode("hand_over", handOver, compute)
    .addNode("propose", propose(tools), load)
    .addEdge(START, "read_thread")
    .addEdge("read_thread", "detect")
    .addEdge("detect", "gather")
    .addConditionalEdges("gather", ({ reason }) => (reason === undefined ? "write" : "hand_over"), [
      "write",
      "hand_over",
    ])
    .addEdge("write", "critique")
    .addConditionalEdges("critique", (state) => (needsAnotherTry(state) ? "write" : "check"), [
      "write",
      "check",
    ])
    .addConditionalEdges("check", afterCheck, ["write_locally", "score", "hand_over"])
    .addEdge("write_locally", "check")
    .addEdge("score", "propose")
    .addEdge("hand_over", "propose")
    .addEdge("propose", END)
    .compile();
}

function afterCheck(state: DraftingState): "write_locally" | "score" | "hand_over" {
  if (needsLocalReply(state)) return "write_locally";
  return bestCandidate(state) === undefined ? "hand_over" : "score";
}

export type ResponseDraftingGraph = ReturnType<typeof buildResponseDraftingGraph>;
