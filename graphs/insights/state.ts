import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { AnalysisPlan, Telling } from "#core/analyst.ts";
import type { Analysis } from "#core/domain/insight.ts";
import type { ToolContext } from "#core/tool.ts";
import type { InsightData, Tested } from "#tools/analyse-data.ts";
import type { FindingRecords } from "#tools/find-insight-records.ts";
import type { Judged, Selected } from "#tools/judge-findings.ts";
import type { RunParameters } from "#tools/load-insight-data.ts";
import type { OpportunityList } from "#tools/opportunity-insights.ts";
import type { Draft } from "#tools/tell-stories.ts";

const list = <T>() =>
  new ReducedValue(
    z.custom<T[]>().default(() => []),
    {
      inputSchema: z.custom<T[]>(),
      reducer: (current: T[], added: T[]) => [...current, ...added],
    },
  );

/** What travels through the graph: a question comes in, tests gather, told and verified stories come out. */
export const InsightsState = new StateSchema({
  request: z.custom<InsightsRequest>(),
  /** performance.now() when the run began: all model work of one run shares one time limit. */
  startedAt: z.number(),
  plan: z.custom<AnalysisPlan | null>(),
  parameters: z.custom<RunParameters>(),
  data: z.custom<InsightData>(),
  opportunities: z.custom<OpportunityList>(),
  tested: list<AnalysisResult>(),
  findings: z.custom<Judged[]>(),
  stories: z.custom<Selected[]>(),
  /** Ids of records behind what is told. */
  records: z.custom<FindingRecords[]>(),
  drafts: z.custom<Draft[]>(),
  written: z.custom<Written>(),
  tellings: z.custom<Telling[]>(),
  /** Handle and data hash of the kept run; null when it could not be kept. */
  kept: z.custom<{ handle: string; dataHash: string } | null>(),
  /** "local", or the model whose words are in the texts. */
  engine: z.string(),
  notes: list<string>(),
});
export type InsightsState = typeof InsightsState.State;
export type InsightsUpdate = typeof InsightsState.Update;

/** What a run is about, and how much of it is told. */
export interface InsightsRequest {
  context: ToolContext;
  segment?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  metrics?: readonly string[] | undefined;
  timeZone?: string | undefined;
  /** What the caller wants to know; a model plans by it. */
  question?: string | undefined;
  /** Nothing after it counts. */
  asOf: Date;
  /** When it is asked; as of the same moment unless it looks back. */
  createdAt: Date;
  limit: number;
}

/** What one analysis gave. */
export interface AnalysisResult {
  analysis: Analysis;
  tested: Tested[];
}

/** A writer's texts, and who wrote them. */
export interface Written {
  tellings: Telling[];
  engine: string;
}
