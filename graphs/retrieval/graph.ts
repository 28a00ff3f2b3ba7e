import { END, Send, START, StateGraph } from "@langchain/langgraph";
import { nodePolicy } from "../node-policy.ts";
import { answer, answerLocally } from "./nodes/answer.ts";
import { isAnythingLeftToTry, isTimeForAnotherRound } from "./nodes/enough.ts";
import { gather } from "./nodes/gather.ts";
import { grade } from "./nodes/grade.ts";
import { plan } from "./nodes/plan.ts";
import { rewrite } from "./nodes/rewrite.ts";
import { search } from "./nodes/search.ts";
import { understand } from "./nodes/understand.ts";
import { needsLocalAnswer, verify } from "./nodes/verify.ts";
import type { RetrievalPorts } from "./ports.ts";
import { RetrievalState } from "./state.ts";

/** Steps keep to the run's deadline by themselves; this is the net below. */
const nodeTimeoutMs = 150_000;

/**
 * Builds the retrieval graph: understand the question → plan a round → search, all queries at once → gather (fuse) → grade →
 * enough, or rewrite and another round within the budget → answer, if asked → verify every sentence → once more in local
 * quotations, if a model failed or nothing it wrote stood.
 */
export function buildRetrievalGraph({ findPassages, reader, localReader, supports }: RetrievalPorts) {
  const policy = nodePolicy(nodeTimeoutMs);
  return new StateGraph(RetrievalState)
    .addNode("understand", understand(reader), policy)
    .addNode("make_plan", plan, policy)
    .addNode("search", search(findPassages), policy)
    .addNode("gather", gather, policy)
    .addNode("grade", grade(reader), policy)
    .addNode("rewrite", rewrite(reader), policy)
    .addNode("write", answer(reader), policy)
    .addNode("verify", verify(supports), policy)
    .addNode("write_locally", answerLocally(localReader), policy)
    .addEdge(START, "understand")
    .addEdge("understand", "make_plan")
    .addConditionalEdges(
      "make_plan",
      (state) => state.plan.map((one) => new Send("search", { ...state, one })),
      ["search"],
    )
    .addEdge("search", "gather")
    .addEdge("gather", "grade")
    .addConditionalEdges(
      "grade",
      (state) => (isTimeForAnotherRound(state) ? "rewrite" : afterSearching(state)),
      ["rewrite", "write", END],
    )
    .addConditionalEdges(
      "rewrite",
      (state) =>
        isAnythingLeftToTry(state)
          ? state.plan.map((one) => new Send("search", { ...state, one }))
          : afterSearching(state),
      ["search", "write", END],
    )
    .addEdge("write", "verify")
    .addConditionalEdges("verify", (state) => (needsLocalAnswer(state) ? "write_locally" : END), [
      "write_locally",
      END,
    ])
    .addEdge("write_locally", "verify")
    .compile();
}

function afterSearching({ question }: RetrievalState): "write" | typeof END {
  return question.answer ? "write" : END;
}
