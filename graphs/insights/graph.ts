import { END, START, StateGraph } from "@langchain/langgraph";
import type { Analysis } from "#core/domain/insight.ts";
import { analyses } from "#tools/analyse-data.ts";
import { nodePolicy } from "../node-policy.ts";
import { analyse } from "./nodes/analyse.ts";
import { cite } from "./nodes/cite.ts";
import { gather } from "./nodes/gather.ts";
import { judge } from "./nodes/judge.ts";
import { keep } from "./nodes/keep.ts";
import { phrase } from "./nodes/phrase.ts";
import { plan } from "./nodes/plan.ts";
import { select } from "./nodes/select.ts";
import { verify } from "./nodes/verify.ts";
import type { InsightsPorts } from "./ports.ts";
import { InsightsState } from "./state.ts";

const loadTimeoutMs = 60_000;
const computeTimeoutMs = 60_000;

/** A model ends its own call at its time limit; the node's limit is the net below. */
const graceMs = 2_000;

/**
 * Builds the insights graph: plan what to look at → gather the data → analyse, every analysis for itself → judge all tests
 * together → select what is told → cite the records behind it, and meanwhile keep the run, and phrase → verify every sentence against
 * what was computed.
 */
export function buildInsightsGraph(ports: InsightsPorts) {
  const { modelTimeoutMs } = ports;
  const graph = new StateGraph(InsightsState)
    .addNode("make_plan", plan(ports), nodePolicy(modelTimeoutMs + graceMs))
    .addNode("gather", gather(ports), nodePolicy(loadTimeoutMs))
    .addNode(analyses.map((one): AnalysisNode => [nodeOf(one), analyse(one), nodePolicy(computeTimeoutMs)]))
    .addNode("judge", judge, nodePolicy(computeTimeoutMs))
    .addNode("select", select, nodePolicy(computeTimeoutMs))
    .addNode("cite", cite(ports), nodePolicy(loadTimeoutMs))
    .addNode("keep", keep(ports), nodePolicy(loadTimeoutMs))
    .addNode("phrase", phrase(ports), nodePolicy(modelTimeoutMs + graceMs))
    .addNode("verify", verify, nodePolicy(computeTimeoutMs))
    .addEdge(START, "make_plan")
    .addEdge("make_plan", "gather")
    .addConditionalEdges("gather", ({ parameters }) => parameters.analyses.map(nodeOf), analyses.map(nodeOf))
    .addEdge("judge", "select")
    .addEdge("select", "cite")
    .addEdge("cite", END)
    .addEdge("select", "keep")
    .addEdge("keep", END)
    .addEdge("select", "phrase")
    .addEdge("phrase", "verify")
    .addEdge("verify", END);
  for (const one of analyses) graph.addEdge(nodeOf(one), "judge");
  return graph.compile();
}

type AnalysisNode = [ReturnType<typeof nodeOf>, ReturnType<typeof analyse>, ReturnType<typeof nodePolicy>];

/** Each analysis is a node of its own: those that a plan asks for run beside each other, on data that nobody copies. */
function nodeOf(analysis: Analysis) {
  return `analyse_${analysis}` as const;
}

export type InsightsGraph = ReturnType<typeof buildInsightsGraph>;
