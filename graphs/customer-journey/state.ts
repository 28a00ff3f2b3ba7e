import { StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { ToolContext } from "#core/tool.ts";
import type { Phrased } from "#core/words.ts";
import type { JourneyComparison } from "#tools/compare-journey.ts";
import type { PainPoint } from "#tools/find-pain-points.ts";
import type { FoundJourney } from "#tools/get-journey.ts";
import type { CustomerJourneyTools } from "./ports.ts";

/** What travels through the graph: a contact comes in; its journey, how it compares, what goes wrong and what to do come out. */
export const CustomerJourneyState = new StateSchema({
  request: z.custom<JourneyRequest>(),
  found: z.custom<FoundJourney>(),
  comparison: z.custom<JourneyComparison>(),
  painPoints: z.custom<PainPoint[]>(),
  next: z.custom<NextAction>(),
  wording: z.custom<Phrased>(),
});
export type CustomerJourneyState = typeof CustomerJourneyState.State;
export type CustomerJourneyUpdate = typeof CustomerJourneyState.Update;

/** Whose journey, seen when and where. */
export interface JourneyRequest {
  context: ToolContext;
  reference: { id?: string; email?: string; name?: string };
  asOf: Date;
  /** Whether `asOf` is the moment of the call. */
  isLive: boolean;
  /** IANA name: whose days are told. */
  timeZone: string;
}

type NextAction = Awaited<ReturnType<CustomerJourneyTools["suggestNextAction"]["run"]>>;
